package org.parley.gateway.limit;

import graphql.execution.AbortExecutionException;
import java.util.List;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Ends an operation before it begins. */
public final class Refused extends AbortExecutionException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(ErrorCode code, int status, String message) {
        super(message);
        this.problem = Problem.of(code, status, message, List.of());
    }

    /** Why, and the HTTP status of it. */
    public Problem problem() {
        return problem;
    }
}

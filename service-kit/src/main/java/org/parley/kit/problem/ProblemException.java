package org.parley.kit.problem;

import java.util.List;
import org.parley.kit.problem.Problem.FieldError;

/** Ends a request with a {@link Problem}. Nothing of it is secret: its text goes to the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // No stack trace: this is an answer, and refusing thousands of lines should cost little.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ErrorCode code, String detail) {
        this(Problem.of(code, detail));
    }

    /** 400 BAD_USER_INPUT for one member or parameter. */
    public static ProblemException badInput(String field, String message) {
        return at(ErrorCode.BAD_USER_INPUT, 400, field, message);
    }

    /** A problem with one mistake, and a status that need not be the code's own. */
    public static ProblemException at(ErrorCode code, int status, String field, String message) {
        String detail = field == null ? message : field + ": " + message;
        return new ProblemException(Problem.of(code, status, detail, List.of(new FieldError(field, null, message))));
    }

    /** 404 NOT_FOUND. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(ErrorCode.NOT_FOUND, detail);
    }

    public Problem problem() {
        return problem;
    }
}

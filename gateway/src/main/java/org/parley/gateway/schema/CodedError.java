package org.parley.gateway.schema;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** An error that has a code of the closed list, and may name the argument it is about. */
public final class CodedError implements GraphQLError {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient List<SourceLocation> locations;
    private final transient List<Object> path;

    CodedError(Problem problem, SourceLocation location, List<Object> path) {
        this(problem, location == null ? List.of() : List.of(location), path);
    }

    CodedError(Problem problem, List<SourceLocation> locations, List<Object> path) {
        this.problem = problem;
        this.locations = locations;
        this.path = path;
    }

    /** An error of the whole request. */
    public CodedError(ErrorCode code, String message) {
        this(Problem.of(code, message), List.of(), null);
    }

    /** Its code. */
    public ErrorCode code() {
        return problem.code();
    }

    @Override
    public String getMessage() {
        return problem.detail();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(problem.code().name());
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", problem.code().name());
        List<String> arguments = new ArrayList<>();
        if (problem.errors() != null) {
            problem.errors().stream()
                    .map(Problem.FieldError::field)
                    .filter(field -> field != null)
                    .forEach(arguments::add);
        }
        if (!arguments.isEmpty()) {
            extensions.put("arguments", arguments);
        }
        return extensions;
    }
}

package org.parley.gateway.schema;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.gateway.limit.Refused;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Errors as they leave: every one with a code, none with a name of ours. */
public final class Errors {

    /** As many as one answer lists; a document with thousands of mistakes has the same first ones. */
    private static final int MOST = 20;

    private Errors() {}

    /** The errors of an answer, in the form of the specification. */
    public static List<Map<String, Object>> specified(List<GraphQLError> errors) {
        return errors.stream()
                .limit(MOST)
                .map(Errors::coded)
                .map(GraphQLError::toSpecification)
                .peek(error -> ((Map<?, ?>) error.get("extensions")).remove("classification"))
                .toList();
    }

    /** A result that tells of nothing but a mistake of ours, which is logged. */
    public static ExecutionResult internal() {
        return of(ErrorCode.INTERNAL, "Something went wrong here; it is logged.");
    }

    /** A result that is one error. */
    public static ExecutionResult of(ErrorCode code, String message) {
        return ExecutionResultImpl.newExecutionResult()
                .addError(new CodedError(code, message))
                .build();
    }

    /**
     * Whether a result is the end of a subscription rather than one of its events: the extension turns the failure of a
     * stream into one more event that has the data of the event before.
     */
    public static boolean endsStream(ExecutionResult result) {
        return !result.isDataPresent()
                || result.getData() == null
                || result.getErrors().stream()
                        .anyMatch(error ->
                                error.getPath() != null && error.getPath().size() == 1);
    }

    private static CodedError coded(GraphQLError error) {
        if (error instanceof CodedError coded) {
            return coded;
        }
        if (error instanceof Refused refused) {
            return new CodedError(refused.problem(), List.of(), null);
        }
        if (error instanceof ExceptionWhileDataFetching failed) {
            return new CodedError(
                    FieldFailures.problem(failed.getException()), failed.getLocations(), failed.getPath());
        }
        return new CodedError(
                Problem.of(code(error), message(error)),
                error.getLocations() == null ? List.of() : error.getLocations(),
                error.getPath());
    }

    private static ErrorCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.InvalidSyntax) {
            return isTooLong(error) ? ErrorCode.LIMIT_EXCEEDED : ErrorCode.GRAPHQL_PARSE_FAILED;
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            // With a path it comes from a value that an argument was given, not from the document.
            return error.getPath() == null ? ErrorCode.GRAPHQL_VALIDATION_FAILED : ErrorCode.BAD_USER_INPUT;
        }
        return error.getErrorType() == ErrorType.OperationNotSupported
                ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                : ErrorCode.INTERNAL;
    }

    private static boolean isTooLong(GraphQLError error) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("have been presented") || message.contains("to prevent denial of service");
    }

    /** The extension's own messages about input can hold the names of Java classes. */
    private static String message(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("Unknown Scalar Type") || message.contains("org.parley")
                ? "A value given does not fit its type."
                : message;
    }
}

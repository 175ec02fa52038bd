package org.parley.gateway.schema;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/** Makes an error a caller may read of whatever ended a field, and logs what a caller may not. */
final class FieldFailures implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(FieldFailures.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        var error = new CodedError(
                problem(failed.getException()),
                failed.getSourceLocation(),
                failed.getPath().toList());
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    static Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof UnauthorizedException) {
                return Problem.of(ErrorCode.UNAUTHENTICATED, "Send Authorization: Bearer with a key that may do this.");
            }
            if (cause instanceof ForbiddenException) {
                return Problem.of(ErrorCode.FORBIDDEN, "The key is good but lacks the scope this needs.");
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "A field failed; its caller was told %s", id);
        return Problem.of(ErrorCode.INTERNAL, "It is logged here under " + id + ".");
    }
}

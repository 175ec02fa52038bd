package org.parley.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.parley.kit.problem.Problem.FieldError;

/** Turns whatever ends a request into a problem document; the one place where an error becomes an answer. */
@ApplicationScoped
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    public Response expected(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response json(JsonProcessingException e) {
        return answer(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    public Response constraints(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(lastOf(violation.getPropertyPath()), null, violation.getMessage()))
                .toList();
        return answer(
                Problem.of(ErrorCode.BAD_USER_INPUT, 400, "The request breaks " + errors.size() + " rules.", errors));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(SecurityException e) {
        return answer(
                Problem.of(ErrorCode.UNAUTHENTICATED, "Send Authorization: Bearer with a token that is valid here."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(Problem.of(ErrorCode.FORBIDDEN, "The token is valid but lacks the scope this needs."));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof ProblemException ours) {
            return answer(ours.problem());
        }
        if (e.getCause() instanceof JsonProcessingException broken) {
            return answer(JsonProblems.of(broken));
        }
        int status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e) : answer(HttpProblems.of(status));
    }

    /** What fails at reading a request or writing its answer is no fault of ours when its caller has gone. */
    @ServerExceptionMapper
    public Response connection(IOException e, HttpServerRequest request) {
        if (!request.response().closed()) {
            return unexpected(e);
        }
        LOG.infof("The caller of %s %s went away: %s", request.method(), request.path(), e.getMessage());
        return answer(Problem.of(ErrorCode.INTERNAL, "The connection was closed."));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (DatabaseAway.is(e)) {
            LOG.warnf("The database cannot be reached: %s", e.getMessage());
            return answer(
                    Problem.of(ErrorCode.UPSTREAM_UNAVAILABLE, "The database cannot be reached. Try again shortly."));
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "A request failed; its caller was told %s", id);
        return answer(Problem.of(ErrorCode.INTERNAL, "It is logged here under " + id + "."));
    }

    private Response answer(Problem problem) {
        try {
            var response = Response.status(problem.status())
                    .type("application/problem+json")
                    .entity(json.writeValueAsString(problem));
            if (problem.code() == ErrorCode.UNAUTHENTICATED) {
                response.header("WWW-Authenticate", "Bearer");
            }
            if (problem.status() == 503 || problem.status() == 429) {
                response.header("Retry-After", "2");
            }
            return response.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }

    private static String lastOf(Iterable<?> path) {
        String last = null;
        for (Object node : path) {
            last = node.toString();
        }
        return last;
    }
}

package org.parley.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Problem documents on routes that are no REST resources. */
final class Problems {

    private Problems() {}

    /** Why somebody may not do what takes any one of these roles. */
    static Problem lacking(SecurityIdentity identity, Set<String> roles) {
        return identity.isAnonymous()
                ? Problem.of(ErrorCode.UNAUTHENTICATED, "Send Authorization: Bearer with a key that may do this.")
                : Problem.of(
                        ErrorCode.FORBIDDEN,
                        "The key is good but lacks the scope "
                                + String.join(" or ", roles).replace(" or extract", "") + ".");
    }

    /** Answers with {@code problem}. */
    static void send(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.headWritten()) {
            // The answer has begun: cutting it off is the only way left to say that it is not whole.
            response.reset();
            return;
        }
        response.setStatusCode(problem.status());
        response.putHeader("Content-Type", "application/problem+json");
        response.putHeader("Cache-Control", "no-store");
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "2");
        }
        response.end(Buffer.buffer(bytes(problem)));
    }

    private static byte[] bytes(Problem problem) {
        try {
            return DatabindCodec.mapper().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document cannot be written", e);
        }
    }
}

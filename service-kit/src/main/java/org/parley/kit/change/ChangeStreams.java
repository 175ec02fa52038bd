package org.parley.kit.change;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/**
 * {@code GET /v1/changes} for those who accept {@code text/event-stream}: the same feed without end. Each event's
 * {@code id} is the cursor behind it, so a client that comes back with {@code Last-Event-ID} misses nothing.
 */
@Singleton
class ChangeStreams {

    private final Vertx vertx;
    private final ChangeFeed feed;
    private final ChangeRows rows;
    private final ChangeTail tail;
    private final IdentityProviderManager providers;
    private final Duration heartbeat;

    /** {@code parley.changes.heartbeat}: proxies on the way tend to close what stays silent for a minute. */
    ChangeStreams(
            Vertx vertx,
            ChangeFeed feed,
            ChangeRows rows,
            ChangeTail tail,
            IdentityProviderManager providers,
            @ConfigProperty(name = "parley.changes.heartbeat", defaultValue = "15s") Duration heartbeat) {
        this.heartbeat = heartbeat;
        this.vertx = vertx;
        this.feed = feed;
        this.rows = rows;
        this.tail = tail;
        this.providers = providers;
    }

    void register(@Observes Router router) {
        router.get("/v1/changes").order(-1).handler(context -> {
            String accept = context.request().getHeader("Accept");
            if (accept != null && accept.contains("text/event-stream")) {
                identify(context);
            } else {
                context.next();
            }
        });
    }

    private void identify(RoutingContext context) {
        QuarkusHttpUser.getSecurityIdentity(context, providers)
                .subscribe()
                .with(identity -> open(context, identity), failure -> refuse(context, ErrorCode.UNAUTHENTICATED));
    }

    private void open(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            refuse(context, ErrorCode.UNAUTHENTICATED);
        } else if (!identity.hasRole("feed")) {
            refuse(context, ErrorCode.FORBIDDEN);
        } else {
            vertx.executeBlocking(() -> stream(context), false)
                    .onSuccess(stream -> stream.start(heartbeat.toMillis()))
                    .onFailure(failure -> refuse(context, failure));
        }
    }

    private ChangeStream stream(RoutingContext context) {
        Map<String, List<String>> parameters = new HashMap<>();
        context.queryParams().names().forEach(name -> parameters.put(name, context.queryParam(name)));
        String seen = context.request().getHeader("Last-Event-ID");
        if (seen != null && !seen.isBlank()) {
            parameters.put("after", List.of(seen.strip()));
        }
        ChangesQuery query = ChangesQuery.of(parameters);
        ChangeCursor place = feed.place(query.after());
        return new ChangeStream(vertx, context.response(), feed, rows, tail, query.filter(), place);
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException ours) {
            send(context, ours.problem());
        } else {
            context.fail(failure);
        }
    }

    private static void refuse(RoutingContext context, ErrorCode code) {
        send(
                context,
                Problem.of(
                        code,
                        code == ErrorCode.FORBIDDEN
                                ? "The token is valid but lacks the scope this needs."
                                : "Send Authorization: Bearer with a token that is valid here."));
    }

    private static void send(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", "application/problem+json");
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(Buffer.buffer(Json.encode(problem)));
    }
}

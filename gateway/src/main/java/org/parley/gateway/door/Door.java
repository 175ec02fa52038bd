package org.parley.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.gateway.key.Identify;
import org.parley.gateway.key.KeyAuthentication;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.token.ServiceTokens;

/**
 * Passes REST requests through to the services, streaming both ways, so that neither a bulk load nor an export is ever
 * held here whole.
 */
@Singleton
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** A service may think for long over a bulk load, and a follower of changes may wait a minute. */
    private static final int IDLE_SECONDS = 120;

    /** Those who wait for changes keep a connection each: they have their own, so that nobody else waits for one. */
    private static final int MOST_FOLLOWERS = 4_096;

    private final ServiceTokens tokens;
    private final Identify identify;
    private final Toll toll;
    private final Map<String, String> addresses;
    private final HttpClient client;
    private final HttpClient followers;

    Door(
            Vertx vertx,
            ServiceTokens tokens,
            Identify identify,
            Toll toll,
            @ConfigProperty(name = "parley.sources.url") String sources,
            @ConfigProperty(name = "parley.events.url") String events) {
        this.tokens = tokens;
        this.identify = identify;
        this.toll = toll;
        this.addresses = Map.of("sources", sources, "events", events);
        this.client = client(vertx, 64);
        this.followers = client(vertx, MOST_FOLLOWERS);
    }

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setConnectTimeout(2_000)
                .setIdleTimeout(IDLE_SECONDS));
    }

    @PreDestroy
    void close() {
        client.close();
        followers.close();
    }

    void register(@Observes Router router) {
        for (Passage passage : Passage.ALL) {
            router.route(passage.method(), passage.path())
                    .order(-1)
                    .handler(identify.or(Problems::send))
                    .handler(context -> enter(context, passage))
                    .failureHandler(Door::failed);
        }
    }

    private static void failed(RoutingContext context) {
        LOG.error("A request failed before it was passed on", context.failure());
        context.request().resume();
        Problems.send(context, Problem.of(ErrorCode.INTERNAL, "Something went wrong here; it is logged."));
    }

    private void enter(RoutingContext context, Passage passage) {
        SecurityIdentity identity = ((QuarkusHttpUser) context.user()).getSecurityIdentity();
        if (passage.roles().stream().anyMatch(identity::hasRole)) {
            if (!toll.paid(context, identity, passage.cost())) {
                return;
            }
            pass(context, passage, identity);
        } else if (identity.isAnonymous()) {
            Problems.send(
                    context,
                    Problem.of(ErrorCode.UNAUTHENTICATED, "Send Authorization: Bearer with a key that may do this."));
        } else {
            Problems.send(
                    context,
                    Problem.of(
                            ErrorCode.FORBIDDEN,
                            "The key is good but lacks the scope "
                                    + String.join(" or ", passage.roles()).replace(" or extract", "") + "."));
        }
    }

    private void pass(RoutingContext context, Passage passage, SecurityIdentity identity) {
        context.request().pause();
        RequestOptions target = new RequestOptions()
                .setAbsoluteURI(
                        addresses.get(passage.service()) + context.request().uri())
                .setMethod(passage.method())
                .setHeaders(Headers.forService(context.request().headers()))
                .putHeader("Authorization", "Bearer " + token(passage, identity));
        (passage.isFollowed() ? followers : client)
                .request(target)
                .compose(request -> send(context, request))
                .onSuccess(answer -> answer(context, answer))
                .onFailure(failure -> away(context, passage, failure));
    }

    private String token(Passage passage, SecurityIdentity identity) {
        Set<String> scopes = new TreeSet<>(identity.getRoles());
        if (scopes.remove(KeyAuthentication.EXTRACT)) {
            scopes.add("partner");
        }
        if (scopes.contains("partner")) {
            // Between services following changes is a scope of its own; outside it is what partners do.
            scopes.add("feed");
        }
        String subject =
                identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
        return tokens.tokenFor(passage.service(), subject, scopes);
    }

    private static Future<HttpClientResponse> send(RoutingContext context, HttpClientRequest request) {
        // Who goes away takes the request along: nobody would read the rest.
        context.response().closeHandler(closed -> request.reset());
        return request.send(context.request());
    }

    private static void answer(RoutingContext context, HttpClientResponse answer) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.statusCode());
        response.headers().addAll(Headers.forClient(answer.headers()));
        response.putHeader("Cache-Control", "no-store");
        if (answer.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(failure -> {
            LOG.debugf("An answer broke off: %s", failure.getMessage());
            response.reset();
        });
    }

    private static void away(RoutingContext context, Passage passage, Throwable failure) {
        if (context.response().closed()) {
            return;
        }
        LOG.warnf("%s does not answer: %s", passage.service(), failure);
        // What is still coming has nowhere to go.
        context.request().resume();
        Problems.send(
                context,
                Problem.of(
                        ErrorCode.UPSTREAM_UNAVAILABLE,
                        "The " + passage.service() + " service does not answer. Repeat it shortly."));
    }
}

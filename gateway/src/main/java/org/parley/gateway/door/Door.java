package org.parley.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.parley.gateway.key.Identify;
import org.parley.gateway.key.KeyAuthentication;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/**
 * Passes REST requests through to the services, streaming both ways, so that neither a bulk load nor an export is ever
 * held here whole.
 */
@Singleton
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Services services;
    private final Identify identify;
    private final Toll toll;

    Door(Services services, Identify identify, Toll toll) {
        this.services = services;
        this.identify = identify;
        this.toll = toll;
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
        } else {
            Problems.send(context, Problems.lacking(identity, passage.roles()));
        }
    }

    private void pass(RoutingContext context, Passage passage, SecurityIdentity identity) {
        context.request().pause();
        RequestOptions target = new RequestOptions()
                .setMethod(passage.method())
                .setHeaders(Headers.forService(context.request().headers()));
        String uri = context.request().uri();
        (passage.isFollowed()
                        ? services.follow(passage.service(), uri, target, identity, scopes(identity))
                        : services.ask(passage.service(), uri, target, identity, scopes(identity)))
                .compose(request -> send(context, request))
                .onSuccess(answer -> answer(context, answer))
                .onFailure(failure -> Services.away(context, passage.service(), failure));
    }

    private static Set<String> scopes(SecurityIdentity identity) {
        Set<String> scopes = new TreeSet<>(identity.getRoles());
        if (scopes.remove(KeyAuthentication.EXTRACT)) {
            scopes.add("partner");
        }
        if (scopes.contains("partner")) {
            // Between services following changes is a scope of its own; outside it is what partners do.
            scopes.add("feed");
        }
        return scopes;
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
        // Not ended when it breaks off: it would look whole.
        answer.pipe().endOnFailure(false).to(response).onFailure(failure -> {
            LOG.debugf("An answer broke off: %s", failure.getMessage());
            response.reset();
        });
    }
}

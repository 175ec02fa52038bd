package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.gateway.key.Identify;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Puts our handler on {@code /graphql}, ahead of the extension's. */
@Singleton
class GraphQLRoute {

    private static final Logger LOG = Logger.getLogger(GraphQLRoute.class);

    private final GraphQLHandler handler;
    private final Identify identify;
    private final SocketRoute sockets;
    private final long mostBytes;

    GraphQLRoute(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests,
            ObjectMapper json,
            Identify identify,
            SocketRoute sockets,
            @ConfigProperty(name = "parley.graphql.max-body", defaultValue = "262144") long mostBytes) {
        this.handler = new GraphQLHandler(identities, requests, json);
        this.identify = identify;
        this.sockets = sockets;
        this.mostBytes = mostBytes;
    }

    void register(@Observes Router router) {
        // The extension's own sockets take any web page's word and never time out.
        Handler<RoutingContext> identifySocket = identify.or(handler::refuse);
        router.get("/graphql")
                .order(-1_000)
                .handler(context -> {
                    if (SocketRoute.isUpgrade(context)) {
                        identifySocket.handle(context);
                    } else {
                        context.next();
                    }
                })
                .handler(context -> {
                    if (SocketRoute.isUpgrade(context)) {
                        sockets.open(context, handler);
                    } else {
                        context.next();
                    }
                });
        router.route("/graphql")
                .order(-2)
                .handler(BodyHandler.create(false).setBodyLimit(mostBytes))
                .failureHandler(this::failed);
        router.route("/graphql")
                .order(-1)
                .handler(identify.or(handler::refuse))
                .handler(handler)
                .failureHandler(this::failed);
        // The extension serves its own description of the schema below; everything else there is not ours.
        router.route(HttpMethod.POST, "/graphql/*")
                .order(0)
                .handler(context -> context.response().setStatusCode(404).end());
    }

    private void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (context.statusCode() == 413) {
            handler.refuse(
                    context,
                    Problem.of(
                            ErrorCode.LIMIT_EXCEEDED,
                            413,
                            "The body has more than the " + mostBytes + " bytes that are allowed.",
                            List.of()));
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            handler.refuse(
                    context,
                    Problem.of(
                            ErrorCode.BAD_USER_INPUT, context.statusCode(), "The request cannot be read.", List.of()));
        } else {
            LOG.error("A request failed", context.failure());
            handler.refuse(context, Problem.of(ErrorCode.INTERNAL, "Something went wrong here; it is logged."));
        }
    }
}

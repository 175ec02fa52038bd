package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.parley.gateway.kept.KeptAnswers;
import org.parley.gateway.key.Identify;
import org.parley.gateway.limit.Budgets;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Puts our handler on {@code /graphql}, ahead of the extension's. */
@Singleton
class GraphQLRoute {

    private static final Logger LOG = Logger.getLogger(GraphQLRoute.class);

    private final GraphQLHandler handler;
    private final Identify identify;
    private final SocketRoute sockets;
    private final HttpConfig config;

    GraphQLRoute(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests,
            ObjectMapper json,
            Identify identify,
            SocketRoute sockets,
            Budgets budgets,
            KeptAnswers kept,
            HttpConfig config) {
        this.handler = new GraphQLHandler(identities, requests, json, budgets, kept, config);
        this.identify = identify;
        this.sockets = sockets;
        this.config = config;
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
        router.route("/graphql").order(-3).handler(this::awaitBody);
        router.route("/graphql")
                .order(-2)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody()))
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

    /** Who sends a body byte by byte would hold a connection for as long as it likes. */
    private void awaitBody(RoutingContext context) {
        long timer = context.vertx().setTimer(config.bodyTimeout().toMillis(), late -> {
            if (!context.request().isEnded()) {
                context.request().connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        context.next();
    }

    private void failed(RoutingContext context) {
        // Who has gone, or took too long over the body, hears nothing any more.
        if (context.response().ended() || context.failure() instanceof HttpClosedException) {
            return;
        }
        if (context.statusCode() == 413) {
            handler.refuse(
                    context,
                    Problem.of(
                            ErrorCode.LIMIT_EXCEEDED,
                            413,
                            "The body has more than the " + config.maxBody() + " bytes that are allowed.",
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

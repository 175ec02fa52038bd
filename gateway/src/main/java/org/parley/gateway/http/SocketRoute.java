package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.key.Identify;

/** Opens sockets on {@code /graphql}, for those who may. */
@Singleton
class SocketRoute {

    private final Identify identify;
    private final CurrentIdentityAssociation identities;
    private final ObjectMapper json;
    private final SocketConfig config;
    private final List<String> origins;

    SocketRoute(
            Identify identify,
            CurrentIdentityAssociation identities,
            ObjectMapper json,
            SocketConfig config,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.identify = identify;
        this.identities = identities;
        this.json = json;
        this.config = config;
        this.origins = origins.orElse(List.of());
    }

    static boolean isUpgrade(RoutingContext context) {
        return "websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"));
    }

    /** Opens one, after the caller was identified. */
    void open(RoutingContext context, GraphQLHandler handler) {
        HttpServerRequest request = context.request();
        if (!isWelcome(request)) {
            // Browsers let any page open a socket to anywhere: this is the only protection there is.
            context.response().setStatusCode(403).end();
            return;
        }
        var identity = ((QuarkusHttpUser) context.user()).getSecurityIdentity();
        request.toWebSocket().onSuccess(socket -> {
            if (Socket.PROTOCOL.equals(socket.subProtocol())) {
                new Socket(socket, context, identity, handler, identities, identify::byHeader, json, config);
            } else {
                socket.close((short) 4406, "Subprotocol not acceptable");
            }
        });
    }

    private boolean isWelcome(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || isOwn(origin, request) || origins.stream().anyMatch(allowed -> fits(allowed, origin));
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            String from = URI.create(origin).getAuthority();
            return from != null && from.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As the setting has it for HTTP: an origin, any, or an expression between slashes. */
    private static boolean fits(String allowed, String origin) {
        if (allowed.length() > 2 && allowed.startsWith("/") && allowed.endsWith("/")) {
            return origin.matches(allowed.substring(1, allowed.length() - 1));
        }
        return allowed.equals("*") || allowed.equalsIgnoreCase(origin);
    }
}

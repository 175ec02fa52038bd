package org.parley.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.key.Bind;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** What holds for every request before anything else: the name it came by, and the headers it leaves with. */
@Singleton
class Guards {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** For everything but the GraphiQL page, which brings scripts and styles of its own. */
    private static final String STRICT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String GRAPHIQL = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Set<String> allowed;
    private final boolean strictTransport;

    /**
     * Names that a request's {@code Host} may carry, with or without port; {@code *} for any. When none are given: any
     * name on a public bind; on a loopback bind the names of this machine alone, so that no web page can reach it by a
     * name of its own (DNS rebinding).
     */
    Guards(
            @ConfigProperty(name = "parley.allowed-hosts") Optional<Set<String>> allowed,
            @ConfigProperty(name = "parley.strict-transport", defaultValue = "false") boolean strictTransport,
            @ConfigProperty(name = "quarkus.http.host") String bind) {
        this.allowed = allowed.orElse(Bind.isLoopback(bind) ? LOOPBACK : Set.of("*"));
        this.strictTransport = strictTransport;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, 1_000);
    }

    private void guard(RoutingContext context) {
        headers(context);
        if (allowed.contains("*") || isAllowed(context.request().getHeader("Host"))) {
            context.next();
        } else {
            Problems.send(
                    context,
                    Problem.of(
                            ErrorCode.FORBIDDEN,
                            421,
                            "This host name is not served here; see parley.allowed-hosts.",
                            List.of()));
        }
    }

    private boolean isAllowed(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(name.replaceFirst(":\\d+$", ""));
    }

    private void headers(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(
                "Content-Security-Policy", context.request().path().startsWith("/q/graphql-ui") ? GRAPHIQL : STRICT);
        if (strictTransport) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}

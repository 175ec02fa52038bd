package org.parley.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
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

    /** For everything but the GraphiQL page, which brings styles of its own. No text ever becomes markup or a script. */
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    private static final String GRAPHIQL = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    /** Bulk loads may be large and flow through; this address reads its body whole. */
    private static final int MOST_FOR_KEYS = 65_536;

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
        if (context.request().path().startsWith("/v1/keys") && sentBytes(context) > MOST_FOR_KEYS) {
            Problems.send(
                    context,
                    Problem.of(
                            ErrorCode.LIMIT_EXCEEDED, 413, "The body is larger than this address takes.", List.of()));
        } else if (allowed.contains("*") || isAllowed(host(context.request()))) {
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

    /** The name a request is addressed to; HTTP/2 has it elsewhere than in {@code Host}. Null if it names none. */
    static String host(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return host == null && request.authority() != null ? request.authority().toString() : host;
    }

    /** What a request says it will send; one that does not say could send anything. */
    private static long sentBytes(RoutingContext context) {
        if (context.request().getHeader("Transfer-Encoding") != null) {
            return Long.MAX_VALUE;
        }
        String length = context.request().getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
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

package org.parley.gateway.console;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.key.AnonymousRead;
import org.parley.gateway.key.Scope;
import org.parley.gateway.key.SessionCookie;
import org.parley.gateway.key.Sessions;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/**
 * Where people sign in to the console and out. The key itself is sent once and never kept by the browser: what it keeps
 * no script can read, and no other site's page makes it send.
 */
@Path("/console/session")
@PermitAll
public class SessionResource {

    private final Sessions sessions;
    private final AnonymousRead anonymous;
    private final boolean strictTransport;

    SessionResource(
            Sessions sessions,
            AnonymousRead anonymous,
            @ConfigProperty(name = "parley.strict-transport", defaultValue = "false") boolean strictTransport) {
        this.sessions = sessions;
        this.anonymous = anonymous;
        this.strictTransport = strictTransport;
    }

    /** What is sent to sign in. */
    record SignIn(String key) {}

    @GET
    public Response who(
            @HeaderParam(SessionCookie.HEADER) String console, @CookieParam(SessionCookie.NAME) String text) {
        fromConsole(console);
        return Optional.ofNullable(text)
                .flatMap(sessions::visitor)
                .map(visitor -> answer(visitor).build())
                .orElseGet(() -> answer(nobody()).build());
    }

    @POST
    public Response signIn(
            @HeaderParam(SessionCookie.HEADER) String console, HttpServerRequest request, SignIn wanted) {
        fromConsole(console);
        if (wanted == null || wanted.key() == null || wanted.key().isBlank()) {
            throw ProblemException.badInput("key", "is missing");
        }
        Sessions.Begun begun = sessions.begin(wanted.key().strip())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ErrorCode.UNAUTHENTICATED,
                        "This key is not good, or no longer. Check that it was copied whole.")));
        return answer(begun.visitor())
                .cookie(cookie(begun.text(), (int) Sessions.LIFE.toSeconds(), request))
                .build();
    }

    @DELETE
    public Response signOut(
            @HeaderParam(SessionCookie.HEADER) String console,
            @CookieParam(SessionCookie.NAME) String text,
            HttpServerRequest request) {
        fromConsole(console);
        Optional.ofNullable(text).ifPresent(sessions::end);
        return answer(nobody()).cookie(cookie("", 0, request)).build();
    }

    private static void fromConsole(String header) {
        if (header == null) {
            throw new ProblemException(Problem.of(
                    ErrorCode.FORBIDDEN, "Send the header " + SessionCookie.HEADER + ", as the console does."));
        }
    }

    private Sessions.Visitor nobody() {
        return new Sessions.Visitor(null, anonymous.allowed() ? Set.of(Scope.READ) : Set.of());
    }

    private static Response.ResponseBuilder answer(Sessions.Visitor visitor) {
        return Response.ok(visitor).header("Cache-Control", "no-store");
    }

    private NewCookie cookie(String text, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(SessionCookie.NAME)
                .value(text)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .secure(strictTransport || request.isSSL())
                .build();
    }
}

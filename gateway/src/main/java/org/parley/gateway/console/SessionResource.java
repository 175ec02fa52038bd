package org.parley.gateway.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.key.AnonymousRead;
import org.parley.gateway.key.Scope;
import org.parley.gateway.key.SessionCookie;
import org.parley.gateway.key.Sessions;
import org.parley.gateway.oidc.People;
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
    private final People people;
    private final boolean strictTransport;

    SessionResource(
            Sessions sessions,
            AnonymousRead anonymous,
            People people,
            @ConfigProperty(name = "parley.strict-transport", defaultValue = "false") boolean strictTransport) {
        this.sessions = sessions;
        this.anonymous = anonymous;
        this.people = people;
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
                .cookie(SessionCookie.of(begun.text(), Sessions.LIFE, isSecure(request)))
                .build();
    }

    @DELETE
    public Response signOut(
            @HeaderParam(SessionCookie.HEADER) String console,
            @CookieParam(SessionCookie.NAME) String text,
            HttpServerRequest request) {
        fromConsole(console);
        Optional.ofNullable(text).ifPresent(sessions::end);
        return answer(nobody())
                .cookie(SessionCookie.of("", Duration.ZERO, isSecure(request)))
                .build();
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

    /** Who somebody is, and which provider people can sign in with beside keys, if there is one. */
    record Desk(@JsonUnwrapped Sessions.Visitor visitor, String provider) {}

    private Response.ResponseBuilder answer(Sessions.Visitor visitor) {
        return Response.ok(new Desk(visitor, people.provider().orElse(null))).header("Cache-Control", "no-store");
    }

    private boolean isSecure(HttpServerRequest request) {
        return strictTransport || request.isSSL();
    }
}

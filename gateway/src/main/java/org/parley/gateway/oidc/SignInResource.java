package org.parley.gateway.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.gateway.key.Holder;
import org.parley.gateway.key.SessionCookie;
import org.parley.gateway.key.Sessions;
import org.parley.kit.page.SecretBox;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Where people come to sign in with the provider, and where it sends them back to. What is remembered of them meanwhile
 * their browser keeps, so that any replica can take the answer.
 */
@Path(SignInResource.PATH)
@PermitAll
public class SignInResource {

    static final String PATH = "/console/oidc";

    private static final Logger LOG = Logger.getLogger(SignInResource.class);
    private static final String COOKIE = "parley_sign_in";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OidcConfig config;
    private final CodeFlow flow;
    private final Sessions sessions;
    private final SecretBox box;
    private final ObjectMapper json;
    private final Clock clock;
    private final boolean strictTransport;

    SignInResource(
            OidcConfig config,
            CodeFlow flow,
            Sessions sessions,
            SecretBox box,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "parley.strict-transport", defaultValue = "false") boolean strictTransport) {
        this.config = config;
        this.flow = flow;
        this.sessions = sessions;
        this.box = box;
        this.json = json;
        this.clock = clock;
        this.strictTransport = strictTransport;
    }

    @GET
    @Path("/start")
    public Response start(@QueryParam("then") String then, HttpServerRequest request) {
        try {
            String redirect = (isSecure(request) ? "https://" : "http://") + request.authority() + PATH + "/callback";
            Attempt attempt =
                    Attempt.fresh(inside(then), redirect, clock.instant().plus(PATIENCE));
            URI provider = flow.begin(attempt);
            return Response.seeOther(provider)
                    .header("Cache-Control", "no-store")
                    .cookie(kept(attempt.locked(box, json), PATIENCE, request))
                    .build();
        } catch (ProblemException e) {
            return Refusal.page(e.problem(), kept("", Duration.ZERO, request));
        }
    }

    @GET
    @Path("/callback")
    public Response callback(
            @QueryParam("state") String state,
            @QueryParam("iss") String issuer,
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @CookieParam(COOKIE) String kept,
            HttpServerRequest request) {
        NewCookie over = kept("", Duration.ZERO, request);
        try {
            Attempt attempt = begun(kept, state);
            Holder person = flow.finish(attempt, issuer, code, error);
            if (person.scopes().isEmpty()) {
                throw new ProblemException(
                        ErrorCode.FORBIDDEN,
                        "You are signed in there as " + person.label() + ", but may do nothing here. Ask who runs this"
                                + " installation to give one of your " + config.scopesClaim() + " scopes.");
            }
            Sessions.Begun begun = sessions.begin(person, config.session());
            LOG.infof("%s signed in", person.name());
            return Response.seeOther(URI.create(attempt.back()))
                    .header("Cache-Control", "no-store")
                    .cookie(over, SessionCookie.of(begun.text(), config.session(), isSecure(request)))
                    .build();
        } catch (ProblemException e) {
            return Refusal.page(e.problem(), over);
        }
    }

    private Attempt begun(String kept, String state) {
        Attempt attempt =
                kept == null ? null : Attempt.unlocked(kept, box, json).orElse(null);
        if (attempt == null || clock.instant().isAfter(attempt.until())) {
            throw ProblemException.badInput(null, "This sign-in was not begun in this browser, or too long ago.");
        }
        if (state == null || !MessageDigest.isEqual(attempt.state().getBytes(), state.getBytes())) {
            throw ProblemException.badInput("state", "belongs to another sign-in than the one begun here last.");
        }
        return attempt;
    }

    /** Where to go on: never out of the console. */
    private static String inside(String then) {
        return then != null && then.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*") ? then : "/";
    }

    /** Sent with the provider's answer too, which comes from another site; good nowhere but here. */
    private NewCookie kept(String text, Duration life, HttpServerRequest request) {
        return new NewCookie.Builder(COOKIE)
                .value(text)
                .path(PATH)
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .secure(isSecure(request))
                .build();
    }

    private boolean isSecure(HttpServerRequest request) {
        return strictTransport || request.isSSL();
    }
}

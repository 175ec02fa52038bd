package org.parley.gateway.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;

/**
 * The only way in: a key in {@code Authorization: Bearer}, or a token of the provider that people sign in with; the cookie
 * of those who signed in to the console; or none where anonymous reading is on. A bad key is refused even where none would
 * do, so that nobody goes on unnoticed without the rights they think they have.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class KeyAuthentication implements HttpAuthenticationMechanism {

    /** A role that is no scope: having texts extracted, without the rest of what partners may do. */
    public static final String EXTRACT = "extract";

    /** The attribute of an identity that holds the documents it may ask for, by hash; absent if it may ask for any. */
    public static final String DOCUMENTS = "parley.documents";

    /** The attribute of an identity that holds what it may ask for in a minute; absent for what the installation says. */
    public static final String COST_PER_MINUTE = "parley.cost-per-minute";

    private static final String BEARER = "bearer ";

    private final AnonymousRead anonymous;

    KeyAuthentication(AnonymousRead anonymous) {
        this.anonymous = anonymous;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (header != null) {
            return authenticate(header, providers);
        }
        return SessionCookie.of(context.request())
                .map(text -> providers.authenticate(KeyRequest.session(text)))
                .orElseGet(() -> Uni.createFrom().optional(withoutKey()));
    }

    Uni<SecurityIdentity> authenticate(String header, IdentityProviderManager providers) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("not a bearer key"));
        }
        String sent = header.substring(BEARER.length()).strip();
        // Keys have no dots, signed tokens have two.
        return sent.indexOf('.') < 0
                ? providers.authenticate(KeyRequest.key(sent))
                : providers.authenticate(new PersonRequest(sent));
    }

    private Optional<SecurityIdentity> withoutKey() {
        if (!anonymous.allowed()) {
            return Optional.empty();
        }
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("anonymous"))
                .setAnonymous(true)
                .addRole(Scope.READ.text());
        return Optional.of((anonymous.mayExtract() ? identity.addRole(EXTRACT) : identity).build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class, PersonRequest.class);
    }
}

package org.parley.gateway.oidc;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.parley.gateway.key.PersonRequest;
import org.parley.kit.problem.ProblemException;

/** Takes the provider's access tokens in place of keys, where an audience for them is configured. */
@ApplicationScoped
class PersonIdentities implements IdentityProvider<PersonRequest> {

    private final OidcConfig config;
    private final Client client;
    private final Tokens tokens;
    private final People people;

    PersonIdentities(OidcConfig config, Client client, Tokens tokens, People people) {
        this.config = config;
        this.client = client;
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public Class<PersonRequest> getRequestType() {
        return PersonRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PersonRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.token()));
    }

    private SecurityIdentity identity(String token) {
        if (client.registered().isEmpty()) {
            throw new AuthenticationFailedException("no provider is configured");
        }
        String audience = config.audience()
                .orElseThrow(() -> new AuthenticationFailedException("tokens of the provider are not taken"));
        try {
            return people.person(tokens.claims(token, audience)).identity();
        } catch (InvalidJwtException | ProblemException e) {
            throw new AuthenticationFailedException("no token of the provider that is good here", e);
        }
    }
}

package org.parley.gateway.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks keys and sessions up. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyRequest> {

    private final Keys keys;
    private final Sessions sessions;

    KeyIdentities(Keys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(KeyRequest request) {
        return (request.isSession() ? sessions.holder(request.text()) : keys.holder(request.text()))
                .orElseThrow(() -> new AuthenticationFailedException("no key that is good"))
                .identity();
    }
}

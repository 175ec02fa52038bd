package org.parley.gateway.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token of a provider that people sign in with, sent in place of a key. */
public final class PersonRequest extends BaseAuthenticationRequest {

    private final String token;

    PersonRequest(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}

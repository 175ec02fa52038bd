package org.parley.gateway.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that was sent and is to be looked up. */
final class KeyRequest extends BaseAuthenticationRequest {

    private final String text;

    KeyRequest(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

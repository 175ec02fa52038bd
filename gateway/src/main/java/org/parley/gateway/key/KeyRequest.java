package org.parley.gateway.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that was sent and is to be looked up, or a session of the console, which stands for one. */
final class KeyRequest extends BaseAuthenticationRequest {

    private final String text;
    private final boolean session;

    private KeyRequest(String text, boolean session) {
        this.text = text;
        this.session = session;
    }

    static KeyRequest key(String text) {
        return new KeyRequest(text, false);
    }

    static KeyRequest session(String text) {
        return new KeyRequest(text, true);
    }

    boolean isSession() {
        return session;
    }

    String text() {
        return text;
    }
}

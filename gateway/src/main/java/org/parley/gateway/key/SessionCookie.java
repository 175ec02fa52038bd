package org.parley.gateway.key;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of those who signed in to the console. A browser sends cookies whoever asks for it, so this one counts only
 * with what other people's pages cannot send: a header of ours, or, for a socket, our own address as origin.
 */
public final class SessionCookie {

    /** The cookie's name. */
    public static final String NAME = "parley_session";

    /** The header that makes it count. */
    public static final String HEADER = "X-Parley-Console";

    /** Where one signs in and out: a session that has ended must not keep anybody from that. */
    static final String DESK = "/console/session";

    private SessionCookie() {}

    /** What the browser keeps, if it counts for this request. */
    static Optional<String> of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        if (cookie == null || request.path().startsWith(DESK)) {
            return Optional.empty();
        }
        boolean counts = request.getHeader(HEADER) != null || isOwnSocket(request);
        return counts ? Optional.of(cookie.getValue()) : Optional.empty();
    }

    /**
     * What the browser is to keep; nothing, if {@code text} is empty.
     *
     * @param secure whether it is for https alone
     */
    public static NewCookie of(String text, Duration life, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(text)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .secure(secure)
                .build();
    }

    private static boolean isOwnSocket(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return false;
        }
        try {
            String from = URI.create(origin).getAuthority();
            return from != null && from.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

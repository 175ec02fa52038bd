package org.parley.sources.feed;

import org.parley.kit.outbound.OutboundException;

/** What can become of a poll; the list is closed. */
enum PollOutcome {
    /** Read, with items. */
    OK(true),
    /** The server says that nothing changed. */
    UNCHANGED(true),
    /** A feed without a single item. */
    EMPTY(true),
    /** What came is no feed. */
    INVALID(false),
    /** The server does not let us: 401, 403, 451 and their like. */
    BLOCKED(false),
    /** 404: perhaps it comes back. */
    NOT_FOUND(false),
    /** 410: it is gone for good, and is not asked for again. */
    GONE(false),
    /** 429: asked too often. */
    RATE_LIMITED(false),
    TIMEOUT(false),
    TOO_LARGE(false),
    /** Too many redirects, or one to nowhere. */
    REDIRECTS(false),
    /** No such host, or it does not answer. */
    UNREACHABLE(false),
    /** Its certificate is not valid. */
    TLS(false),
    SERVER_ERROR(false),
    /** The address is not one that may be asked from here. */
    REFUSED(false);

    private final boolean good;

    PollOutcome(boolean good) {
        this.good = good;
    }

    boolean isGood() {
        return good;
    }

    static PollOutcome of(OutboundException.Reason reason) {
        return switch (reason) {
            case REFUSED -> REFUSED;
            case UNREACHABLE -> UNREACHABLE;
            case TLS -> TLS;
            case TIMEOUT -> TIMEOUT;
            case TOO_LARGE -> TOO_LARGE;
            case REDIRECTS -> REDIRECTS;
            case BROKEN -> INVALID;
        };
    }

    /** Null for a status whose body decides. */
    static PollOutcome of(int status) {
        if (status >= 500) {
            return SERVER_ERROR;
        }
        return switch (status) {
            case 200, 203, 206, 226 -> null;
            case 304 -> UNCHANGED;
            case 404 -> NOT_FOUND;
            case 410 -> GONE;
            case 429 -> RATE_LIMITED;
            default -> status >= 400 ? BLOCKED : INVALID;
        };
    }
}

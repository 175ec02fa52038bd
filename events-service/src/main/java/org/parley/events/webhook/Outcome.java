package org.parley.events.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * What came of an attempt.
 *
 * @param status the HTTP status, or null without an answer
 * @param error null if it arrived
 * @param retryAfter how long the receiver asks to wait, or null
 */
record Outcome(
        Claimed delivery, Instant at, int millis, Integer status, String error, String answer, Duration retryAfter) {

    private static final int GONE = 410;

    boolean arrived() {
        return error == null;
    }

    /** The receiver wants nothing more. */
    boolean gone() {
        return status != null && status == GONE;
    }
}

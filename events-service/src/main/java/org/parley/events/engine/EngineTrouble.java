package org.parley.events.engine;

import java.time.Duration;

/** Why another engine gave no answer that can be used. The message is for people and holds nothing of the answer. */
final class EngineTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean away;
    private final Duration wait;

    private EngineTrouble(String message, boolean away, Duration wait) {
        super(message);
        this.away = away;
        this.wait = wait;
    }

    /** It may answer later: the article is not to blame. */
    static EngineTrouble away(String message, Duration wait) {
        return new EngineTrouble(message, true, wait);
    }

    /** It answered, but not as asked. */
    static EngineTrouble unusable(String message) {
        return new EngineTrouble(message, false, null);
    }

    boolean isAway() {
        return away;
    }

    /** How long it asks to be left alone, or null. */
    Duration await() {
        return wait;
    }
}

package org.parley.sources.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * When a feed is polled next. Where news came the interval shrinks, where none came it grows; a server that asks for
 * more time gets it; after failures the waits double.
 */
final class Pace {

    private static final Duration LONGEST_AFTER_FAILURES = Duration.ofDays(1);

    private Pace() {}

    /** The interval in seconds after a poll. */
    static int interval(int seconds, PollOutcome outcome, int fresh, int min, int max) {
        if (!outcome.isGood()) {
            return seconds;
        }
        long next = fresh > 0 ? seconds * 2L / 3 : seconds * 5L / 4;
        return (int) Math.max(min, Math.min(max, next));
    }

    /**
     * @param failures how many polls in a row have failed
     * @param asked how long the server asks to wait
     * @param chance 0 to 1: spreads feeds that were added together, by up to a tenth
     */
    static Instant next(Instant now, int intervalSeconds, int failures, Duration asked, double chance) {
        Duration wait = Duration.ofSeconds(intervalSeconds).multipliedBy(1L << Math.min(failures, 10));
        if (failures > 0 && wait.compareTo(LONGEST_AFTER_FAILURES) > 0) {
            Duration interval = Duration.ofSeconds(intervalSeconds);
            wait = interval.compareTo(LONGEST_AFTER_FAILURES) > 0 ? interval : LONGEST_AFTER_FAILURES;
        }
        if (asked.compareTo(wait) > 0) {
            wait = asked;
        }
        return now.plus(wait).plusMillis((long) (wait.toMillis() * 0.1 * chance));
    }
}

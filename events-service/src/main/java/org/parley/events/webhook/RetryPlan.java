package org.parley.events.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a delivery is tried again: the table of the specification, each pause up to a tenth shorter by chance. */
record RetryPlan(List<Duration> pauses) {

    private static final double JITTER = 0.1;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    /**
     * When to try again.
     *
     * @param attempt the attempt that failed, counted from 1
     * @param asked how long the receiver asked to wait ({@code Retry-After}), or null; a longer pause of ours stands
     * @param chance 0 to 1
     * @return nothing after the last attempt
     */
    Optional<Instant> after(int attempt, Instant now, Duration asked, double chance) {
        if (attempt > pauses.size()) {
            return Optional.empty();
        }
        long planned = pauses.get(attempt - 1).toMillis();
        Duration pause = Duration.ofMillis(Math.round(planned * (1 - JITTER * chance)));
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        }
        return Optional.of(now.plus(pause));
    }
}

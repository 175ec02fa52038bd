package org.parley.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.parley.kit.problem.ErrorCode;

/** What one caller may still ask for; operations spend of it what they cost, before they run. */
public final class Budget {

    /** Where the handler puts it for the operation. */
    public static final String KEY = "parley.budget";

    private final int perMinute;
    private final Bucket bucket;
    private ConsumptionProbe last;

    Budget(int perMinute, Bucket bucket) {
        this.perMinute = perMinute;
        this.bucket = bucket;
    }

    /** @throws Refused if less is left */
    public void spend(int cost) {
        last = bucket.tryConsumeAndReturnRemaining(Math.max(1, Math.min(cost, perMinute)));
        if (!last.isConsumed()) {
            throw new Refused(
                    ErrorCode.RATE_LIMITED,
                    429,
                    "This costs " + cost + ", more than is left of " + perMinute + " a minute. Wait " + retrySeconds()
                            + " s.");
        }
    }

    /** Whether there is a limit, and something was spent. */
    public boolean isCounted() {
        return last != null && perMinute != Integer.MAX_VALUE;
    }

    /** For the header {@code RateLimit-Policy}. */
    public String policy() {
        return "\"cost\";q=" + perMinute + ";w=60";
    }

    /** For the header {@code RateLimit}. */
    public String state() {
        return "\"cost\";r=" + last.getRemainingTokens() + ";t=" + seconds(last.getNanosToWaitForReset());
    }

    /** For the header {@code Retry-After}; 0 when nothing was refused. */
    public long retrySeconds() {
        return last == null ? 0 : seconds(last.getNanosToWaitForRefill());
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}

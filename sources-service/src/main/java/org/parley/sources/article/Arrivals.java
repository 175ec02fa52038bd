package org.parley.sources.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whether articles arrive just now, so that work on stored ones, which can wait, leaves the processors to intake. */
@ApplicationScoped
public class Arrivals {

    private static final Duration JUST_NOW = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final int TIMES = 5;

    private volatile long last = System.nanoTime() - JUST_NOW.toNanos();

    /** To be called when articles were stored. */
    void came() {
        last = System.nanoTime();
    }

    /**
     * To be called after a piece of work that can wait: while articles arrive it returns later, so that such work takes
     * a sixth of its thread's time at most, and never stands still.
     *
     * @param since {@link System#nanoTime} when that piece began
     * @throws InterruptedException when the service stops
     */
    public void makeRoom(long since) throws InterruptedException {
        long now = System.nanoTime();
        if (now - last < JUST_NOW.toNanos()) {
            Thread.sleep(Math.min(TIMES * (now - since), LONGEST_REST.toNanos()) / 1_000_000);
        }
    }
}

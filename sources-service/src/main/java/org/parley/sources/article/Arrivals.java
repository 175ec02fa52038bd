package org.parley.sources.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How many articles arrive just now, so that work on stored ones, which can wait, leaves the processors to intake. */
@ApplicationScoped
public class Arrivals {

    private static final Duration JUST_NOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(3);

    /** From so many a second on it is an import, and whoever sends it waits for nothing but storing. */
    private static final int MANY = 50;

    private static final int TIMES = 5;
    private static final int TIMES_OF_AN_IMPORT = 29;

    private final AtomicLong sum = new AtomicLong();
    private volatile long began = System.nanoTime() - 2 * JUST_NOW.toNanos();
    private volatile long before;

    /** To be called when articles were stored. */
    void came(int articles) {
        turn();
        sum.addAndGet(articles);
    }

    /** To be called when a piece of a file of articles has come, whose import begins when all of it is here. */
    public void comeSoon() {
        came(MANY);
    }

    /**
     * To be called after a piece of work that can wait: while articles arrive it returns later, so that such work takes
     * a sixth of its thread's time at most, a thirtieth during an import, and never stands still.
     *
     * @param since {@link System#nanoTime} when that piece began
     * @throws InterruptedException when the service stops
     */
    public void makeRoom(long since) throws InterruptedException {
        turn();
        long articles = Math.max(before, sum.get());
        if (articles > 0) {
            long worked = System.nanoTime() - since;
            int times = articles >= MANY ? TIMES_OF_AN_IMPORT : TIMES;
            Thread.sleep(Math.min(times * worked, LONGEST_REST.toNanos()) / 1_000_000);
        }
    }

    /** Begins a new second where one is over; one in which nothing was asked counts as one in which nothing came. */
    private synchronized void turn() {
        long over = System.nanoTime() - began;
        if (over >= JUST_NOW.toNanos()) {
            before = over < 2 * JUST_NOW.toNanos() ? sum.get() : 0;
            sum.set(0);
            began += over;
        }
    }
}

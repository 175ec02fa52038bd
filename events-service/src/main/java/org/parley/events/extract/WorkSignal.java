package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Wakes resting workers of this process when there is new work, so that it need not wait for their next look. */
@ApplicationScoped
public class WorkSignal {

    private long count;

    /** There may be work. */
    public synchronized void wake() {
        count++;
        notifyAll();
    }

    synchronized long seen() {
        return count;
    }

    /** Rests until woken, at most this long; not at all if woken since {@code seen}. */
    synchronized void rest(long seen, Duration most) throws InterruptedException {
        if (count == seen) {
            wait(most.toMillis());
        }
    }
}

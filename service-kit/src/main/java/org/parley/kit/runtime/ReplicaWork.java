package org.parley.kit.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work in a thread of its own, for as long as the service runs, which one replica does while the others stand by to take over,
 * or which each of them has a part in. A failure ends the turn; the next one begins after a pause, longer each time it fails again.
 */
public final class ReplicaWork {

    private static final Logger LOG = Logger.getLogger(ReplicaWork.class);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final ReplicaLock lock;
    private final String name;
    private final Work work;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Work of one replica at a time, which has not begun yet.
     *
     * @param name names the lock, and the thread
     */
    public static ReplicaWork ofOne(ReplicaLock lock, String name, Work work) {
        return new ReplicaWork(lock, name, work);
    }

    /** Work that every replica has a part in, which something else shares out. */
    public static ReplicaWork ofAll(String name, Work work) {
        return new ReplicaWork(null, name, work);
    }

    private ReplicaWork(ReplicaLock lock, String name, Work work) {
        this.lock = lock;
        this.name = name;
        this.work = work;
        this.thread = new Thread(this::run, name.replace(' ', '-'));
        thread.setDaemon(true);
    }

    /** What is done while it is this replica's turn. */
    public interface Work {
        /** Goes on for as long as the turn does. */
        void during(Turn turn) throws SQLException;
    }

    /** The time that the work is this replica's. */
    public final class Turn {

        private final ReplicaLock.Held held;

        private Turn(ReplicaLock.Held held) {
            this.held = held;
        }

        /** Whether it still is: to be asked between any two steps. */
        public boolean lasts() throws SQLException {
            return !isStopping() && (held == null || held.isHeld());
        }

        /** Waits, but not longer than the service runs. */
        public void rest(Duration pause) {
            ReplicaWork.this.rest(pause);
        }
    }

    /** Whether the service ends: then failures are of no interest. */
    public boolean isStopping() {
        return stopped.getCount() == 0;
    }

    public void start() {
        thread.start();
    }

    /** Ends the turn, and waits a while until it has ended. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        thread.interrupt();
        thread.join(TO_END.toMillis());
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isStopping()) {
            long began = System.nanoTime();
            try (ReplicaLock.Held held = lock == null ? null : lock.tryTake(name)) {
                if (held != null || lock == null) {
                    work.during(new Turn(held));
                }
                rest(STAND_BY);
            } catch (SQLException | RuntimeException e) {
                if (!isStopping()) {
                    boolean wentWell = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                    pause = wentWell ? FIRST_PAUSE : pause;
                    LOG.warnf("%s failed, trying again in %s: %s", name, pause, e.toString());
                    LOG.debug("The failure", e);
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    private void rest(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only stop() interrupts, and it has counted down before.
            Thread.currentThread().interrupt();
        }
    }
}

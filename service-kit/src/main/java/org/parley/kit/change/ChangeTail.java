package org.parley.kit.change;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The end of the feed, read once for all who wait there. While anybody does, one thread looks for new rows and keeps the
 * last of them; NOTIFY instead would make every commit queue for one lock.
 */
@ApplicationScoped
public class ChangeTail {

    private static final Logger LOG = Logger.getLogger(ChangeTail.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int READ = 500;
    private static final int KEPT = 5_000;

    private final ChangeRows rows;
    private final ChangeFeed feed;
    private final Map<Waiter, Boolean> waiting = new ConcurrentHashMap<>();
    private final Deque<Told> recent = new ArrayDeque<>();
    private ChangeCursor from;
    private ChangeCursor last;
    private Thread thread;
    private boolean stopped;

    ChangeTail(ChangeRows rows, ChangeFeed feed) {
        this.rows = rows;
        this.feed = feed;
    }

    /** Somebody who has read up to a place and wants to know once there is more. */
    record Waiter(ChangeCursor place, Runnable news) {}

    void stop(@Observes ShutdownEvent stopping) {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
    }

    /** Calls back, once, as soon as there is a row behind a place; give the answer to {@link #leave} to call it off. */
    synchronized Waiter await(ChangeCursor place, Runnable news) {
        Waiter waiter = new Waiter(place, news);
        waiting.put(waiter, true);
        if (thread == null && !stopped) {
            thread = new Thread(this::run, "change-tail");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
        return waiter;
    }

    void leave(Waiter waiter) {
        waiting.remove(waiter);
    }

    /** The rows behind a place; null if it lies too far back to be known here. */
    synchronized List<Told> after(ChangeCursor place) {
        if (from == null || place.isBefore(from)) {
            return null;
        }
        List<Told> after = new ArrayList<>();
        for (var each = recent.descendingIterator(); each.hasNext(); ) {
            Told told = each.next();
            if (!place.isBefore(told.row().place())) {
                break;
            }
            after.add(0, told);
        }
        return after;
    }

    private void run() {
        while (awaitWaiters()) {
            try {
                look();
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The end of the change feed cannot be read, trying again: %s", e.toString());
                forget();
            }
        }
    }

    /** False when the service stops. What was kept is forgotten meanwhile: nobody would keep it up to date. */
    private synchronized boolean awaitWaiters() {
        while (waiting.isEmpty() && !stopped) {
            forget();
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !stopped;
    }

    private synchronized void forget() {
        from = null;
        recent.clear();
    }

    private void look() {
        if (from == null) {
            ChangeCursor head = feed.headPlace();
            synchronized (this) {
                from = head;
                last = head;
            }
        }
        List<ChangeRow> fresh = rows.after(last, READ);
        if (!fresh.isEmpty()) {
            List<Told> told = fresh.stream().map(row -> Told.of(row, feed)).toList();
            synchronized (this) {
                recent.addAll(told);
                last = fresh.get(fresh.size() - 1).place();
                while (recent.size() > KEPT) {
                    from = recent.removeFirst().row().place();
                }
            }
        }
        for (Waiter waiter : waiting.keySet()) {
            if (waiter.place().isBefore(last) && waiting.remove(waiter) != null) {
                waiter.news().run();
            }
        }
    }
}

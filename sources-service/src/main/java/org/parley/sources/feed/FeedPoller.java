package org.parley.sources.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.sources.page.HostLanes;

/** Polls feeds when their time has come, and makes articles of what they brought, for as long as the service runs. */
@ApplicationScoped
class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final DueFeeds due;
    private final Poll poll;
    private final ItemIntake intake;
    private final HostLanes lanes;
    private final boolean on;
    private final Semaphore free;
    private final ScheduledExecutorService clockwork =
            Executors.newScheduledThreadPool(2, work -> new Thread(work, "feeds"));
    private final ExecutorService pollers;

    FeedPoller(
            DueFeeds due,
            Poll poll,
            ItemIntake intake,
            HostLanes lanes,
            @ConfigProperty(name = "parley.feeds.polling", defaultValue = "true") boolean on,
            @ConfigProperty(name = "parley.feeds.workers", defaultValue = "8") int workers) {
        this.due = due;
        this.poll = poll;
        this.intake = intake;
        this.lanes = lanes;
        this.on = on;
        this.free = new Semaphore(workers);
        this.pollers = Executors.newFixedThreadPool(workers, work -> new Thread(work, "feed-poll"));
    }

    void start(@Observes StartupEvent started) {
        if (on) {
            // Neither lets anything escape, so there is nothing to learn from the futures.
            var polls = clockwork.scheduleWithFixedDelay(
                    this::pollSome, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            var articles = clockwork.scheduleWithFixedDelay(
                    this::takeSome, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            LOG.debugf("Polling feeds: %s, %s", polls, articles);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        clockwork.shutdown();
        pollers.shutdown();
        if (!pollers.awaitTermination(5, TimeUnit.SECONDS)) {
            // What is cut off was not stored, and is due again.
            pollers.shutdownNow();
        }
    }

    private void pollSome() {
        try {
            int room;
            List<Due> feeds;
            do {
                room = waitForRoom();
                feeds = room == 0 ? List.of() : due.claim(room);
                free.release(room - feeds.size());
                feeds.forEach(feed -> pollers.execute(() -> pollOne(feed)));
            } while (!feeds.isEmpty() && !clockwork.isShutdown());
        } catch (RuntimeException e) {
            LOG.warnf("Feeds cannot be polled now, they will be: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all free places, at least one. */
    private int waitForRoom() throws InterruptedException {
        return free.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) ? 1 + free.drainPermits() : 0;
    }

    private void pollOne(Due feed) {
        try {
            poll.run(feed);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The poll of feed %s was not stored", feed.id());
            notStored(feed);
        } finally {
            free.release();
            leave(feed.host());
        }
    }

    /** As a failed poll it comes again after a while, and shows as broken in the end. */
    private void notStored(Due feed) {
        try {
            poll.notStored(feed);
        } catch (RuntimeException e) {
            LOG.warnf("Not even that could be stored; feed %s is due again: %s", feed.id(), e.getMessage());
        }
    }

    private void leave(String host) {
        try {
            lanes.leave(host);
        } catch (RuntimeException e) {
            LOG.warnf("The lane of %s could not be left, it opens by itself: %s", host, e.getMessage());
        }
    }

    private void takeSome() {
        try {
            while (!clockwork.isShutdown() && intake.some(null).all() > 0) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            LOG.warnf("Entries of feeds cannot be stored now, they will be: %s", e.getMessage());
        }
    }
}

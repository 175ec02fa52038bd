package org.parley.events.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.parley.events.extract.Retractions;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.SourcesApi;
import org.parley.kit.runtime.ReplicaLock;

/** Follows sources-service's change feed for as long as the service runs. One replica does; the others stand by. */
@ApplicationScoped
class Follower {

    /** Losing the lock on it unnoticed does no harm: moving the cursor fails for the second follower. */
    static final String WORK = "parley follow sources";

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 500;
    private static final int GONE = 410;

    private final SourcesApi sources;
    private final FeedPosition position;
    private final FollowedChanges changes;
    private final Retractions retractions;
    private final ReplicaLock lock;
    private final FollowConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    Follower(
            @RestClient SourcesApi sources,
            FeedPosition position,
            FollowedChanges changes,
            Retractions retractions,
            ReplicaLock lock,
            FollowConfig config) {
        this.sources = sources;
        this.position = position;
        this.changes = changes;
        this.retractions = retractions;
        this.lock = lock;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = new Thread(this::run, "follow-sources");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (stopped.getCount() > 0) {
            try (ReplicaLock.Held held = lock.tryTake(WORK)) {
                while (held != null && held.isHeld() && stopped.getCount() > 0) {
                    step();
                    pause = FIRST_PAUSE;
                }
                rest(STAND_BY);
            } catch (SQLException | RuntimeException e) {
                if (stopped.getCount() > 0) {
                    LOG.warnf("Following sources-service failed, trying again in %s: %s", pause, e.toString());
                    LOG.debug("The failure", e);
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    private void step() {
        // What was told of before the process ended, too.
        retractions.carryOut();
        String cursor = position.cursor();
        FeedPage page;
        try {
            page = sources.changes(cursor, PAGE, config.waitSeconds());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != GONE) {
                throw e;
            }
            LOG.warn(
                    "sources-service has a new history: following its feed from the beginning. Nothing is read twice.");
            position.restart(cursor);
            return;
        }
        changes.apply(cursor, page);
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

package org.parley.events.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.parley.events.extract.Retractions;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.SourcesApi;
import org.parley.kit.runtime.ReplicaLock;
import org.parley.kit.runtime.ReplicaWork;

/** Follows sources-service's change feed for as long as the service runs. One replica does; the others stand by. */
@ApplicationScoped
class Follower {

    /** Losing the lock on it unnoticed does no harm: moving the cursor fails for the second follower. */
    static final String WORK = "parley follow sources";

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final int PAGE = 500;
    private static final int GONE = 410;

    private final SourcesApi sources;
    private final FeedPosition position;
    private final FollowedChanges changes;
    private final Retractions retractions;
    private final FollowConfig config;
    private final ReplicaWork work;

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
        this.config = config;
        this.work = new ReplicaWork(lock, WORK, this::follow);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (config.enabled()) {
            work.stop();
        }
    }

    private void follow(ReplicaWork.Turn turn) throws SQLException {
        while (turn.lasts()) {
            step();
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
}

package org.parley.events.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.parley.events.extract.Retractions;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.SourcesApi;
import org.parley.kit.runtime.ReplicaLock;
import org.parley.kit.runtime.ReplicaWork;

/**
 * Follows sources-service's change feed for as long as the service runs, unless Kafka brings its changes. One replica does; the
 * others stand by.
 */
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
    private final boolean follows;
    private final ReplicaWork work;

    Follower(
            @RestClient SourcesApi sources,
            FeedPosition position,
            FollowedChanges changes,
            Retractions retractions,
            ReplicaLock lock,
            FollowConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> brokers) {
        this.sources = sources;
        this.position = position;
        this.changes = changes;
        this.retractions = retractions;
        this.config = config;
        this.follows = config.enabled() && brokers.isEmpty();
        this.work = ReplicaWork.ofOne(lock, WORK, this::follow);
    }

    void start(@Observes StartupEvent started) {
        if (follows) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (follows) {
            work.stop();
        }
    }

    private void follow(ReplicaWork.Turn turn) throws SQLException {
        changes.retryRefused();
        while (turn.lasts()) {
            // What was told of before the process ended, too.
            retractions.carryOut();
            step(config.waitSeconds());
        }
    }

    /** Reads the feed up to what is its head now. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = step(0);
        }
    }

    /** True if there is more to read at once. */
    private boolean step(int waitSeconds) {
        String cursor = position.cursor();
        FeedPage page;
        try {
            page = sources.changes(cursor, PAGE, waitSeconds);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != GONE) {
                throw e;
            }
            LOG.warn(
                    "sources-service has a new history: following its feed from the beginning. Nothing is read twice.");
            position.restart(cursor);
            return true;
        }
        changes.apply(cursor, page);
        return page.more();
    }
}

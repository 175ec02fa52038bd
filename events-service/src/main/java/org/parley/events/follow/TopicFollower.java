package org.parley.events.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.events.extract.Retractions;
import org.parley.events.sources.FeedEvent;
import org.parley.kit.runtime.ReplicaWork;

/**
 * Follows sources-service by Kafka, if {@code kafka.bootstrap.servers} is set, in place of its feed: every replica takes over
 * the changes of the partitions that their group gives it. Places in the topics move once the database has what lies before
 * them; what then comes twice is known by its id. Where the topics may lack something, the feed is read as well.
 */
@ApplicationScoped
public class TopicFollower {

    private static final Logger LOG = Logger.getLogger(TopicFollower.class);

    private final Follower feed;
    private final FollowedChanges changes;
    private final KnownChanges known;
    private final Retractions retractions;
    private final Config config;
    private final String prefix;
    private final boolean follows;
    private final ReplicaWork work = ReplicaWork.ofAll("parley follow topics", this::follow);
    private volatile FollowStatus.Topics status = new FollowStatus.Topics(null, 0, 0, "not begun");

    TopicFollower(
            Follower feed,
            FollowedChanges changes,
            KnownChanges known,
            Retractions retractions,
            FollowConfig following,
            Config config,
            @ConfigProperty(name = "parley.kafka.topic-prefix") String prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> brokers) {
        this.feed = feed;
        this.changes = changes;
        this.known = known;
        this.retractions = retractions;
        this.config = config;
        this.prefix = prefix + "sources.";
        this.follows = following.enabled() && brokers.isPresent();
    }

    /** How sources-service is followed, here or by the feed. */
    public FollowStatus status() {
        return new FollowStatus(
                follows ? "KAFKA" : "FEED", follows ? status : null, known.refused(), known.lastRefused());
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
        try (ArticleTopics topics = ArticleTopics.open(prefix, config)) {
            changes.retryRefused();
            while (turn.lasts()) {
                step(topics);
            }
        } catch (RuntimeException e) {
            status = new FollowStatus.Topics(status.group(), 0, status.behind(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void step(ArticleTopics topics) {
        // What was told of before the process ended, too.
        retractions.carryOut();
        List<ConsumerRecord<String, String>> told = topics.poll();
        if (topics.hasGap()) {
            LOG.info("The topics may lack what was told before: reading the feed of sources-service up to its head.");
            feed.catchUp();
            topics.closeGap();
        }
        if (!told.isEmpty()) {
            take(told);
            topics.commit();
        }
        status = topics.status();
    }

    private void take(List<ConsumerRecord<String, String>> told) {
        List<FeedEvent> events = new ArrayList<>(told.size());
        for (ConsumerRecord<String, String> record : told) {
            try {
                events.add(changes.event(record.value()));
            } catch (UnknownForm e) {
                String place = record.topic() + "/" + record.partition() + "/" + record.offset();
                LOG.errorf("What stands at %s is passed by: %s", place, e.getMessage());
                UUID id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
                known.refuse(id, record.value(), place + ": " + e.getMessage());
            }
        }
        if (!events.isEmpty()) {
            changes.apply(events);
        }
    }
}

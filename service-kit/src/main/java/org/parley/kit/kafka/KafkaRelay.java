package org.parley.kit.kafka;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.kit.change.ChangeCursor;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.ChangeRow;
import org.parley.kit.runtime.ReplicaLock;
import org.parley.kit.runtime.ReplicaWork;

/**
 * Relays the change feed to Kafka, if {@code kafka.bootstrap.servers} is set; if not, nothing of Kafka is even loaded.
 * One replica does, the others stand by. Its place in the feed moves once the broker has acknowledged what lies before
 * it: whatever ends the process, nothing is skipped, and what comes twice has the same id.
 *
 * <p>A service that relays says so when it is built ({@code parley.kafka.relays}), has {@code db/relay} among the places of its
 * migrations and {@code kafka-clients} on its class path.
 */
@ApplicationScoped
@IfBuildProperty(name = "parley.kafka.relays", stringValue = "true")
public class KafkaRelay {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int ROWS = 2_000;

    private final ChangeFeed feed;
    private final RelayPlace place;
    private final Config config;
    private final Optional<String> brokers;
    private final String prefix;
    private final ReplicaWork work;

    KafkaRelay(
            ChangeFeed feed,
            RelayPlace place,
            ReplicaLock lock,
            Config config,
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> brokers,
            @ConfigProperty(name = "parley.kafka.topics") String prefix) {
        this.feed = feed;
        this.place = place;
        this.config = config;
        this.brokers = brokers;
        this.prefix = prefix;
        this.work = ReplicaWork.ofOne(lock, "parley kafka relay", this::relay);
    }

    /** How it is doing; nothing if there is none. */
    public Optional<RelayStatus> status() {
        return brokers.flatMap(set -> place.status());
    }

    /** The last change the brokers are known to have, of this epoch; nothing if none is relayed. */
    public Optional<ChangeCursor> place() {
        return brokers.flatMap(set -> place.read())
                .filter(at -> at.epoch().equals(feed.place(null).epoch()));
    }

    void start(@Observes StartupEvent started) {
        if (brokers.isPresent()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (brokers.isPresent()) {
            work.stop();
        }
    }

    private void relay(ReplicaWork.Turn turn) throws SQLException {
        // Notes its place, so that there is where to note what goes wrong.
        from();
        try {
            send(turn);
        } catch (RuntimeException e) {
            if (!work.isStopping()) {
                place.trouble(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private void send(ReplicaWork.Turn turn) throws SQLException {
        try (Topics topics = Topics.open(prefix, config)) {
            while (turn.lasts()) {
                if (!step(topics)) {
                    turn.rest(LOOK_AGAIN);
                }
            }
        }
    }

    /** Where to go on. At the beginning if it is new or the database was restored elsewhere: ids tell what is known. */
    private ChangeCursor from() {
        ChangeCursor start = feed.place(null);
        return place.read().filter(at -> at.epoch().equals(start.epoch())).orElseGet(() -> {
            place.begin(start);
            return start;
        });
    }

    /** False if there was nothing to send. */
    private boolean step(Topics topics) {
        ChangeCursor from = from();
        List<ChangeRow> rows = feed.rows(from, ROWS);
        if (rows.isEmpty()) {
            return false;
        }
        Topics.Sent sent = topics.send(rows, place::trouble);
        if (sent.arrived() > 0) {
            place.move(from, rows.get(sent.arrived() - 1).place(), sent.arrived());
        }
        if (sent.trouble() != null) {
            throw new IllegalStateException(sent.trouble());
        }
        return true;
    }
}

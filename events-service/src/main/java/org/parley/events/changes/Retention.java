package org.parley.events.changes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeCursor;
import org.parley.kit.change.KeptChanges;
import org.parley.kit.kafka.KafkaRelay;
import org.parley.kit.runtime.ReplicaLock;
import org.parley.kit.runtime.ReplicaWork;

/**
 * Forgets changes that are older than {@code parley.changes.keep}, if that is set. What a webhook endpoint has not been given yet, or the
 * relay to Kafka has not sent, stays with all that follows; deliveries keep what they are about.
 */
@ApplicationScoped
public class Retention {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int ROWS = 500;

    private final Jdbi jdbi;
    private final KeptChanges kept;
    private final KafkaRelay relay;
    private final Clock clock;
    private final Optional<Duration> keep;
    private final ReplicaWork work;

    Retention(
            Jdbi jdbi,
            KeptChanges kept,
            KafkaRelay relay,
            ReplicaLock lock,
            Clock clock,
            @ConfigProperty(name = "parley.changes.keep") Optional<Duration> keep) {
        this.jdbi = jdbi;
        this.kept = kept;
        this.relay = relay;
        this.clock = clock;
        this.keep = keep;
        this.work = ReplicaWork.ofOne(lock, "parley forget changes", this::forget);
    }

    void start(@Observes StartupEvent started) {
        if (keep.isPresent()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (keep.isPresent()) {
            work.stop();
        }
    }

    private void forget(ReplicaWork.Turn turn) throws SQLException {
        while (turn.lasts()) {
            if (!step(clock.instant().minus(keep.orElseThrow()))) {
                turn.rest(LOOK_AGAIN);
            }
        }
    }

    /** Forgets some of the changes that are older; false if there is nothing to forget. */
    public boolean step(Instant before) {
        UUID epoch = kept.floor().epoch();
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    Optional<ChangeCursor> upTo = kept.forgettable(handle, before, needed(handle, epoch), ROWS);
                    upTo.ifPresent(place -> {
                        hand(handle, place);
                        kept.forget(handle, place);
                    });
                    return upTo.isPresent();
                }));
    }

    /** Held until the transaction ends, or one could be set back behind what is forgotten meanwhile. */
    private List<ChangeCursor> needed(Handle handle, UUID epoch) {
        List<ChangeCursor> places = new ArrayList<>(handle.createQuery("""
                        select xid::text as xid_text, seq from webhook_endpoint where epoch = :epoch for share""")
                .bind("epoch", epoch)
                .map((row, context) ->
                        new ChangeCursor(epoch, Long.parseUnsignedLong(row.getString("xid_text")), row.getLong("seq")))
                .list());
        relay.place().ifPresent(places::add);
        return places;
    }

    /** Deliveries take over what they tell of the changes that go. */
    private static void hand(Handle handle, ChangeCursor upTo) {
        handle.createUpdate("""
                        update webhook_delivery d set data = o.data, told_at = o.at from outbox o
                        where o.xid = d.xid and o.seq = d.seq and d.data is null
                          and (o.xid, o.seq) <= (cast(cast(:xid as text) as xid8), :seq)""")
                .bind("xid", Long.toUnsignedString(upTo.xid()))
                .bind("seq", upTo.seq())
                .execute();
    }
}

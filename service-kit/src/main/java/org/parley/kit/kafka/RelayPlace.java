package org.parley.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeCursor;

/** How far the feed was relayed, and how the relay is doing. */
@ApplicationScoped
class RelayPlace {

    private static final int LONGEST_TROUBLE = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final String name;

    RelayPlace(
            Jdbi jdbi, Clock clock, @ConfigProperty(name = "parley.kafka.name", defaultValue = "default") String name) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.name = name;
    }

    /** The last change the broker is known to have; nothing if none was relayed yet. */
    Optional<ChangeCursor> read() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select epoch, xid::text as xid_text, seq from kafka_relay where name = :name""")
                .bind("name", name)
                .map((row, context) -> new ChangeCursor(
                        row.getObject("epoch", UUID.class),
                        Long.parseUnsignedLong(row.getString("xid_text")),
                        row.getLong("seq")))
                .findOne());
    }

    /** Begins at a place: the relay is new, or its history has ended. */
    void begin(ChangeCursor at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into kafka_relay (name, epoch, xid, seq)
                        values (:name, :epoch, cast(cast(:xid as text) as xid8), :seq)
                        on conflict (name) do update set epoch = :epoch, xid = excluded.xid, seq = :seq""")
                .bind("name", name)
                .bind("epoch", at.epoch())
                .bind("xid", Long.toUnsignedString(at.xid()))
                .bind("seq", at.seq())
                .execute());
    }

    /**
     * Moves on behind what the broker has.
     *
     * @throws IllegalStateException if somebody else has moved it since {@code from} was read
     */
    void move(ChangeCursor from, ChangeCursor to, int sent) {
        int moved = jdbi.withHandle(handle -> handle.createUpdate("""
                        update kafka_relay set xid = cast(cast(:toXid as text) as xid8), seq = :toSeq, sent = sent + :sent,
                            sent_at = :now, trouble = null, trouble_at = null
                        where name = :name and epoch = :epoch and seq = :seq and xid = cast(cast(:xid as text) as xid8)""")
                .bind("name", name)
                .bind("epoch", from.epoch())
                .bind("xid", Long.toUnsignedString(from.xid()))
                .bind("seq", from.seq())
                .bind("toXid", Long.toUnsignedString(to.xid()))
                .bind("toSeq", to.seq())
                .bind("sent", sent)
                .bind("now", clock.instant())
                .execute());
        if (moved == 0) {
            throw new IllegalStateException("another replica relays: it has moved on from where this one stood");
        }
    }

    /** Notes why nothing moves; moving on clears it. */
    void trouble(String what) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update kafka_relay set trouble = :what, trouble_at = :now where name = :name""")
                .bind("name", name)
                .bind("what", what.substring(0, Math.min(what.length(), LONGEST_TROUBLE)))
                .bind("now", clock.instant())
                .execute());
    }

    /** What it says of itself; nothing if it has not begun. */
    Optional<RelayStatus> status() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select r.sent, r.sent_at, r.trouble, r.trouble_at, coalesce((select
                                extract(epoch from clock_timestamp() - o.at) from outbox o
                            where (o.xid, o.seq) > (r.xid, r.seq) order by o.xid, o.seq limit 1), 0)::float8 as behind
                        from kafka_relay r where r.name = :name""")
                .bind("name", name)
                .map((row, context) -> new RelayStatus(
                        row.getLong("sent"),
                        time(row, "sent_at"),
                        row.getDouble("behind"),
                        row.getString("trouble"),
                        time(row, "trouble_at")))
                .findOne());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

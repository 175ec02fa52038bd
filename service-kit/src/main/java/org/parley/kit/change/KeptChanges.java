package org.parley.kit.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How much of the change feed is kept: all, unless a service forgets its oldest part. What is forgotten is a beginning, without gaps. */
@ApplicationScoped
public class KeptChanges {

    private final Jdbi jdbi;
    private final ChangeEpoch epoch;

    KeptChanges(Jdbi jdbi, ChangeEpoch epoch) {
        this.jdbi = jdbi;
        this.epoch = epoch;
    }

    /** The place behind which everything is kept; before all if nothing was ever forgotten. */
    public ChangeCursor floor() {
        UUID current = epoch.current();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select floor_xid::text as xid_text, floor_seq from change_epoch")
                .map((row, context) -> new ChangeCursor(
                        current, Long.parseUnsignedLong(row.getString("xid_text")), row.getLong("floor_seq")))
                .one());
    }

    /**
     * The place up to which changes can be forgotten.
     *
     * @param before only changes that are older
     * @param needed places of those who still need what lies behind them
     * @param most this many rows at most: forgetting is to be a short transaction
     */
    public Optional<ChangeCursor> forgettable(
            Handle handle, Instant before, Collection<ChangeCursor> needed, int most) {
        UUID current = epoch.current();
        ChangeCursor end = new ChangeCursor(current, -1, Long.MAX_VALUE);
        for (ChangeCursor place : needed) {
            end = place.isBefore(end) ? place : end;
        }
        return handle.createQuery("""
                        with oldest as materialized (
                            select o.xid, o.seq, o.at from outbox o
                            where o.xid < pg_snapshot_xmin(pg_current_snapshot())
                              and (o.xid, o.seq) <= (cast(cast(:xid as text) as xid8), :seq)
                            order by o.xid, o.seq limit :most),
                        young as (select xid, seq from oldest where at >= :before order by xid, seq limit 1)
                        select o.xid::text as xid_text, o.seq from oldest o
                        where not exists (select from young y where (o.xid, o.seq) >= (y.xid, y.seq))
                        order by o.xid desc, o.seq desc limit 1""")
                .bind("before", before)
                .bind("xid", Long.toUnsignedString(end.xid()))
                .bind("seq", end.seq())
                .bind("most", most)
                .map((row, context) -> new ChangeCursor(
                        current, Long.parseUnsignedLong(row.getString("xid_text")), row.getLong("seq")))
                .findOne();
    }

    /** Forgets all changes up to a place. */
    public void forget(Handle handle, ChangeCursor upTo) {
        String xid = Long.toUnsignedString(upTo.xid());
        handle.createUpdate("delete from outbox where (xid, seq) <= (cast(cast(:xid as text) as xid8), :seq)")
                .bind("xid", xid)
                .bind("seq", upTo.seq())
                .execute();
        handle.createUpdate("update change_epoch set floor_xid = cast(cast(:xid as text) as xid8), floor_seq = :seq")
                .bind("xid", xid)
                .bind("seq", upTo.seq())
                .execute();
    }
}

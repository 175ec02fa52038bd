package org.parley.kit.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.CursorSeal;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Reads the changes in the one order that never skips a row: by transaction, then by number, and only below the oldest
 * transaction that still runs. A row behind the cursor can then not appear any more.
 *
 * <p>The price: one writing transaction that stays open, in any database of the cluster, holds the feed back. Hence
 * {@link #lagSeconds}, and the rule that writing transactions are short.
 */
@ApplicationScoped
public class ChangeFeed {

    /** The most events a page can hold. */
    public static final int MAX_PAGE = 500;

    private static final String PURPOSE = "changes";

    private final Jdbi jdbi;
    private final CursorSeal seal;
    private final ChangeEpoch epoch;
    private final String source;

    ChangeFeed(
            Jdbi jdbi,
            CursorSeal seal,
            ChangeEpoch epoch,
            @ConfigProperty(name = "parley.service.name") String service) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.epoch = epoch;
        this.source = "/" + service;
    }

    /**
     * The changes after a cursor.
     *
     * @param after a cursor of this feed, or null for its beginning
     * @param limit 1 to {@link #MAX_PAGE}
     * @throws ProblemException BAD_USER_INPUT if {@code after} is no cursor, CURSOR_EXPIRED if it is of another epoch
     */
    public ChangePage read(String after, int limit) {
        ChangeCursor from = opened(after);
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select o.xid::text as xid_text, o.seq, o.id, o.type, o.subject, o.at, o.data
                        from outbox o
                        where (o.xid, o.seq) > (cast(cast(:xid as text) as xid8), :seq)
                          and o.xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by o.xid, o.seq
                        limit :limit""")
                .bind("xid", Long.toUnsignedString(from.xid()))
                .bind("seq", from.seq())
                .bind("limit", limit + 1)
                .setFetchSize(limit + 1)
                .map((row, context) -> event(row))
                .list());
        boolean more = rows.size() > limit;
        List<CloudEvent> events = new ArrayList<>(rows.size());
        ChangeCursor next = from;
        for (Row row : more ? rows.subList(0, limit) : rows) {
            events.add(row.event());
            next = new ChangeCursor(from.epoch(), row.xid(), row.seq());
        }
        return new ChangePage(events, seal.seal(PURPOSE, next.bytes()), more);
    }

    /** The cursor behind the last change that can be read now: reading from it brings only what is new. */
    public String head() {
        UUID now = epoch.current();
        ChangeCursor last = jdbi.withHandle(handle -> handle.createQuery("""
                        select o.xid::text as xid_text, o.seq from outbox o
                        where o.xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by o.xid desc, o.seq desc
                        limit 1""")
                .map((row, context) -> new ChangeCursor(now, xid(row), row.getLong("seq")))
                .findOne()
                .orElse(ChangeCursor.start(now)));
        return seal.seal(PURPOSE, last.bytes());
    }

    /** The age in seconds of the oldest change that is committed and cannot be read yet; 0 if there is none. */
    public double lagSeconds() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 from outbox
                        where xid >= pg_snapshot_xmin(pg_current_snapshot())""").mapTo(Double.class).one());
    }

    private ChangeCursor opened(String after) {
        UUID now = epoch.current();
        if (after == null || after.isEmpty()) {
            return ChangeCursor.start(now);
        }
        ChangeCursor cursor = seal.open(PURPOSE, after)
                .map(ChangeCursor::of)
                .orElseThrow(() -> ProblemException.badInput(
                        "after", "is not a cursor of this feed: pass one that it gave, unchanged, or none to start"));
        if (!cursor.epoch().equals(now)) {
            throw new ProblemException(
                    ErrorCode.CURSOR_EXPIRED,
                    "This database was restored since the cursor was given. Read the lists again, then follow from the"
                            + " feed's head (status), or read the feed from its beginning.");
        }
        return cursor;
    }

    private Row event(ResultSet row) throws SQLException {
        // Passed on as it was written: a page of 500 need not be parsed to be sent.
        JsonNode data = JsonNodeFactory.instance.rawValueNode(new RawValue(row.getString("data")));
        CloudEvent event = new CloudEvent(
                "1.0",
                row.getObject("id", UUID.class),
                source,
                row.getString("type"),
                row.getString("subject"),
                row.getTimestamp("at").toInstant(),
                "application/json",
                data);
        return new Row(xid(row), row.getLong("seq"), event);
    }

    private static long xid(ResultSet row) throws SQLException {
        return Long.parseUnsignedLong(row.getString("xid_text"));
    }

    private record Row(long xid, long seq, CloudEvent event) {}
}

package org.parley.kit.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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

    /** How many rows a page with a filter looks through: it may come back empty, with a cursor that has moved on. */
    private static final int LOOKED_THROUGH = 20_000;

    private static final String PURPOSE = "changes";

    private final Jdbi jdbi;
    private final ChangeRows rows;
    private final CursorSeal seal;
    private final ChangeEpoch epoch;
    private final KeptChanges kept;

    ChangeFeed(Jdbi jdbi, ChangeRows rows, CursorSeal seal, ChangeEpoch epoch, KeptChanges kept) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.seal = seal;
        this.epoch = epoch;
        this.kept = kept;
    }

    /**
     * All changes after a cursor.
     *
     * @param after a cursor of this feed, or null for its beginning
     * @param limit 1 to {@link #MAX_PAGE}
     * @throws ProblemException BAD_USER_INPUT if {@code after} is no cursor, CURSOR_EXPIRED if it is of another epoch, or of a
     *     time whose changes are not kept any more
     */
    public ChangePage read(String after, int limit) {
        return read(after, ChangeFilter.ALL, limit);
    }

    /**
     * The changes after a cursor that a filter takes. A page can be empty and still have {@code more}: then none of
     * the many rows that were looked through is wanted, and the next cursor stands behind them.
     */
    public ChangePage read(String after, ChangeFilter filter, int limit) {
        return page(place(after), filter, limit);
    }

    /** The changes behind a place, as {@link #read(String, int)} has them, each with its own place; at most so many. */
    public List<ChangeRow> rows(ChangeCursor from, int limit) {
        return rows.after(from, limit);
    }

    ChangePage page(ChangeCursor from, ChangeFilter filter, int limit) {
        ChangePage page = found(from, filter, limit);
        // Once more: what was forgotten while the page was read is not in it.
        refuseForgotten(from);
        return page;
    }

    private ChangePage found(ChangeCursor from, ChangeFilter filter, int limit) {
        if (filter.isAll()) {
            List<ChangeRow> read = rows.after(from, limit + 1);
            return page(from, read, limit, null, false);
        }
        Optional<ChangeCursor> end = rows.ahead(from, LOOKED_THROUGH);
        if (end.isEmpty()) {
            return new ChangePage(List.of(), cursor(from), false);
        }
        boolean more = rows.ahead(end.get(), 1).isPresent();
        return page(from, rows.between(from, end.get(), filter, limit + 1), limit, end.get(), more);
    }

    private ChangePage page(ChangeCursor from, List<ChangeRow> read, int limit, ChangeCursor end, boolean beyond) {
        boolean cut = read.size() > limit;
        List<ChangeRow> kept = cut ? read.subList(0, limit) : read;
        List<CloudEvent> events = new ArrayList<>(kept.size());
        kept.forEach(row -> events.add(row.event()));
        ChangeCursor last = kept.isEmpty() ? from : kept.get(kept.size() - 1).place();
        return new ChangePage(events, cursor(cut || end == null ? last : end), cut || beyond);
    }

    /** The cursor behind the last change that can be read now: reading from it brings only what is new. */
    public String head() {
        return cursor(headPlace());
    }

    /** The place of {@link #head}. */
    public ChangeCursor headPlace() {
        return rows.last(epoch.current()).orElseGet(kept::floor);
    }

    /** The place so many rows behind another, or of the last row that can be read; nothing if that is the same. */
    public Optional<ChangeCursor> ahead(Handle handle, ChangeCursor from, int count) {
        return ChangeRows.ahead(handle, from, count);
    }

    /** The age in seconds of the oldest change that is committed and cannot be read yet; 0 if there is none. */
    public double lagSeconds() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 from outbox
                        where xid >= pg_snapshot_xmin(pg_current_snapshot())""").mapTo(Double.class).one());
    }

    /** The place as a cursor for the outside. */
    public String cursor(ChangeCursor place) {
        return seal.seal(PURPOSE, place.bytes());
    }

    /**
     * The place a cursor stands for.
     *
     * @param after a cursor of this feed, or null for its beginning
     * @throws ProblemException as {@link #read}
     */
    public ChangeCursor place(String after) {
        if (after == null || after.isEmpty()) {
            return kept.floor();
        }
        ChangeCursor cursor = seal.open(PURPOSE, after)
                .map(ChangeCursor::of)
                .orElseThrow(() -> ProblemException.badInput(
                        "after", "is not a cursor of this feed: pass one that it gave, unchanged, or none to start"));
        if (!cursor.epoch().equals(epoch.current())) {
            throw new ProblemException(
                    ErrorCode.CURSOR_EXPIRED,
                    "This database was restored since the cursor was given. Read the lists again, then follow from the"
                            + " feed's head (status), or read the feed from its beginning.");
        }
        refuseForgotten(cursor);
        return cursor;
    }

    private void refuseForgotten(ChangeCursor cursor) {
        if (cursor.isBefore(kept.floor())) {
            throw new ProblemException(
                    ErrorCode.CURSOR_EXPIRED,
                    "The changes behind this cursor are not kept any more. Take an export or read the lists, then follow from the"
                            + " feed's head (status).");
        }
    }
}

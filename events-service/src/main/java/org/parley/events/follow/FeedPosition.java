package org.parley.events.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far the feed of sources-service has been followed. */
@ApplicationScoped
class FeedPosition {

    private final Jdbi jdbi;
    private final Clock clock;

    FeedPosition(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The cursor to go on from, or null for the beginning. */
    String cursor() {
        return jdbi.withHandle(handle -> handle.createQuery("select cursor from feed_position where source = 'sources'")
                .map((row, context) -> Optional.ofNullable(row.getString("cursor")))
                .findOne()
                .flatMap(cursor -> cursor)
                .orElse(null));
    }

    /** Back to the beginning, unless the position has moved since {@code from} was read. */
    void restart(String from) {
        jdbi.useHandle(handle -> move(handle, from, null, null));
    }

    /**
     * Moves on.
     *
     * @param lagSeconds how old the last change was when it arrived
     * @return false when somebody else has moved it since {@code from} was read: then what was read after it is theirs
     */
    boolean move(Handle handle, String from, String to, Double lagSeconds) {
        handle.createUpdate("""
                        insert into feed_position (source, moved_at) values ('sources', :now) on conflict do nothing""").bind("now", clock.instant()).execute();
        return handle.createUpdate("""
                                update feed_position set cursor = :to, lag_seconds = :lag, moved_at = :now
                                where source = 'sources' and cursor is not distinct from cast(:from as text)""")
                        .bind("from", from)
                        .bind("to", to)
                        .bind("lag", lagSeconds)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }
}

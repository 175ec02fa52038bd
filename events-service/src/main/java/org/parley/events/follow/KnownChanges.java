package org.parley.events.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.sources.FeedEvent;
import org.parley.events.table.Rows;

/** The changes of sources-service that have arrived, by their ids: those taken over, and those that cannot be. */
@ApplicationScoped
class KnownChanges {

    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_SHOWN = 20;

    private final Jdbi jdbi;
    private final Clock clock;

    KnownChanges(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A change that could not be taken over, with what was told. */
    record Kept(UUID id, String told) {}

    /**
     * Notes that changes are taken over in this transaction.
     *
     * @return the ids of those that were not known
     */
    Set<UUID> note(Handle handle, Collection<FeedEvent> events) {
        return handle.createQuery("""
                        insert into followed_change (id, at)
                        select distinct id, cast(:now as timestamptz) from unnest(cast(:ids as uuid[])) id order by id
                        on conflict do nothing
                        returning id""")
                .bindArray("ids", UUID.class, events.stream().map(FeedEvent::id).toList())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /** Notes that a change cannot be taken over. */
    void refuse(UUID id, String told, String why) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into followed_change (id, at, refused, told) values (:id, :now, :why, :told)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("now", clock.instant())
                .bind("why", why.substring(0, Math.min(why.length(), LONGEST_REASON)))
                // The database takes every character but this one.
                .bind("told", told == null ? null : told.replace('\u0000', '\uFFFD'))
                .execute());
    }

    /** Forgets that a change was refused, to take it over in the same transaction; false if it is not refused any more. */
    boolean forgive(Handle handle, UUID id) {
        return handle.createUpdate("delete from followed_change where id = :id and refused is not null")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** All that were refused, the oldest first. */
    List<Kept> kept() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, told from followed_change where refused is not null order by at")
                .map((row, context) -> new Kept(Rows.uuid(row, "id"), row.getString("told")))
                .list());
    }

    long refused() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from followed_change where refused is not null")
                        .mapTo(Long.class)
                        .one());
    }

    /** The latest first. */
    List<FollowStatus.Refused> lastRefused() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, refused, at from followed_change where refused is not null order by at desc limit :most""")
                .bind("most", MOST_SHOWN)
                .map((row, context) -> new FollowStatus.Refused(
                        Rows.uuid(row, "id"), row.getString("refused"), Rows.instant(row, "at")))
                .list());
    }
}

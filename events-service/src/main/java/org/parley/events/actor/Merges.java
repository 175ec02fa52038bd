package org.parley.events.actor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Makes actors one, and takes that back. Nothing is rewritten: rows stay stored under the actor they were read as, and
 * reading follows the redirect, so undoing restores exactly what was.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Merges {

    private record RedirectRow(UUID id, UUID fromId, UUID toId, String reason, Instant knownAt) {}

    private Merges() {}

    /**
     * Makes {@code from} redirect to {@code into}.
     *
     * @throws ProblemException NOT_FOUND for an id that is no actor, CONFLICT for one that was merged already,
     *     BAD_USER_INPUT when an actor is to be merged into itself
     */
    public static void merge(Handle handle, UUID into, Collection<UUID> from, String reason, Instant now) {
        exists(handle, into, "into");
        Map<UUID, UUID> current = Redirects.resolve(handle, from);
        UUID target = Redirects.resolve(handle, List.of(into)).get(into);
        List<RedirectRow> rows = new ArrayList<>();
        for (UUID each : Set.copyOf(from)) {
            exists(handle, each, "from");
            if (!current.get(each).equals(each)) {
                throw new ProblemException(
                        ErrorCode.CONFLICT, "%s has been merged into %s already.".formatted(each, current.get(each)));
            }
            if (each.equals(target)) {
                throw ProblemException.badInput("from", "cannot hold the actor that is merged into");
            }
            rows.add(new RedirectRow(UuidCreator.getTimeOrderedEpoch(), each, target, reason, now));
        }
        Rows.insert(handle, "redirect", rows);
    }

    /** @throws ProblemException NOT_FOUND when this actor has not been merged */
    public static void unmerge(Handle handle, UUID actor, Instant now) {
        int closed = handle.createUpdate(
                        "update redirect set superseded_at = :now where from_id = :actor and superseded_at is null")
                .bind("now", now)
                .bind("actor", actor)
                .execute();
        if (closed == 0) {
            throw ProblemException.notFound("No actor of this id has been merged into another.");
        }
    }

    /** The statements of the present record that these actors, or what was merged into them, make. */
    public static List<UUID> statements(Handle handle, Collection<UUID> actors) {
        return handle.createQuery("""
                        select distinct s.statement_id from reading_speaker s join reading r on r.id = s.reading_id
                        where r.superseded_at is null and s.actor_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(Redirects.all(handle, actors)))
                .mapTo(UUID.class)
                .list();
    }

    private static void exists(Handle handle, UUID actor, String field) {
        boolean there = handle.createQuery("select exists (select from actor where id = :id)")
                .bind("id", actor)
                .mapTo(Boolean.class)
                .one();
        if (!there) {
            throw ProblemException.badInput(field, "names no actor: " + actor);
        }
    }
}

package org.parley.events.merge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.ActorView;
import org.parley.events.actor.Actors;
import org.parley.events.actor.Merges;
import org.parley.events.actor.Surnames;
import org.parley.events.resolve.Resolve;
import org.parley.events.table.Redirects;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ProblemException;

/** Merges actors and takes merges back, with all that follows: utterances are grouped anew, the change feed told. */
@ApplicationScoped
public class ActorMerges {

    private final Jdbi jdbi;
    private final Actors actors;
    private final Changes changes;
    private final Clock clock;

    ActorMerges(Jdbi jdbi, Actors actors, Changes changes, Clock clock) {
        this.jdbi = jdbi;
        this.actors = actors;
        this.changes = changes;
        this.clock = clock;
    }

    ActorView merge(UUID into, Collection<UUID> from, String note) {
        QuarkusTransaction.joiningExisting()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    merge(handle, into, from, note, clock.instant());
                }));
        return now(into);
    }

    /** In a transaction that holds the lock of resolving. */
    public void merge(Handle handle, UUID into, Collection<UUID> from, String note, Instant now) {
        List<UUID> all = new ArrayList<>(from);
        all.add(into);
        List<ActorView> before = actors.byIds(all, null);
        Merges.merge(handle, into, from, note == null ? "merged" : note, now);
        Resolve.after(handle, Merges.statements(handle, List.of(into)), List.of(), now);
        tell(all, before);
    }

    ActorView unmerge(UUID actor, String who) {
        QuarkusTransaction.joiningExisting()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    Instant now = clock.instant();
                    keepApart(handle, actor, who, now);
                    unmerge(handle, actor, now);
                }));
        return now(actor);
    }

    /** What was joined by its evidence would be joined again by the next article: that they are two is a decision. */
    private static void keepApart(Handle handle, UUID actor, String who, Instant now) {
        handle.createUpdate("""
                        insert into review_decision (id, kind, subject, other, verdict, note, decided_by, known_at)
                        select :id, 'ACTOR', least(from_id, to_id), greatest(from_id, to_id), 'REJECT', 'taken apart', :who, :now
                        from redirect where from_id = :actor and superseded_at is null and reason = :reason
                        on conflict do nothing""")
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("who", who)
                .bind("now", now)
                .bind("actor", actor)
                .bind("reason", Surnames.REASON)
                .execute();
    }

    /** Of two the one stays that is known in all articles; of two such the one known longer, {@code one}. */
    public void mergeTwo(Handle handle, UUID one, UUID other, String note, Instant now) {
        boolean otherStays = handle.createQuery("""
                        select (select article_id from actor where id = :one) is not null
                            and (select article_id from actor where id = :other) is null""")
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one();
        merge(handle, otherStays ? other : one, List.of(otherStays ? one : other), note, now);
    }

    /** The actor that a merge of this note made lead to another one. */
    public UUID merged(Handle handle, String note) {
        return handle.createQuery("select from_id from redirect where reason = :note and superseded_at is null")
                .bind("note", note)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> ProblemException.notFound("This merge has been taken back already."));
    }

    /** In a transaction that holds the lock of resolving. */
    public void unmerge(Handle handle, UUID actor, Instant now) {
        UUID into = Redirects.resolve(handle, List.of(actor)).get(actor);
        List<UUID> statements = Merges.statements(handle, List.of(into));
        List<UUID> both = List.of(into, actor);
        List<ActorView> before = actors.byIds(both, null);
        Merges.unmerge(handle, actor, now);
        Resolve.after(handle, statements, List.of(), now);
        tell(both, before);
    }

    private void tell(List<UUID> ids, List<ActorView> before) {
        List<ActorView> after = actors.byIds(ids, null);
        for (int i = 0; i < ids.size(); i++) {
            changes.record(
                    "org.parley.actor.changed.v1",
                    ids.get(i).toString(),
                    new ChangeData(before.get(i), after.get(i), "MERGE"));
        }
    }

    private ActorView now(UUID actor) {
        return actors.byIds(List.of(actor), null).get(0);
    }
}

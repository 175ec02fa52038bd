package org.parley.events.merge;

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
import org.parley.events.resolve.Resolve;
import org.parley.events.table.Redirects;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

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

    ActorView unmerge(UUID actor) {
        QuarkusTransaction.joiningExisting()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    unmerge(handle, actor, clock.instant());
                }));
        return now(actor);
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

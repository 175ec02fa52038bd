package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.actor.ActorView;
import org.parley.events.actor.Actors;
import org.parley.events.proposal.ProposalView;
import org.parley.events.proposal.Proposals;
import org.parley.events.statement.KnownStatement;
import org.parley.events.statement.StatementBook;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;
import org.parley.events.utterance.Corroborations;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** Tells the change feed what became of an article's statements and of the proposals they speak of. */
@ApplicationScoped
class RecordChanges {

    private final Statements statements;
    private final Proposals proposals;
    private final Actors actors;
    private final Corroborations corroborations;
    private final Changes changes;

    RecordChanges(
            Statements statements, Proposals proposals, Actors actors, Corroborations corroborations, Changes changes) {
        this.statements = statements;
        this.proposals = proposals;
        this.actors = actors;
        this.corroborations = corroborations;
        this.changes = changes;
    }

    /** The statements of the present record as they are before the transaction changes them. */
    record Before(Map<UUID, StatementView> views) {}

    Before before(List<KnownStatement> known) {
        return new Before(views(known.stream()
                .filter(KnownStatement::current)
                .map(KnownStatement::id)
                .toList()));
    }

    /**
     * What became of an article's statements.
     *
     * @param current false when the readings are of the past: then the present record has not changed
     */
    record Stored(Before before, StatementBook.Outcome outcome, boolean current, ChangeReason reason) {}

    void record(List<Stored> all) {
        List<Stored> changed = all.stream().filter(Stored::current).toList();
        Map<UUID, StatementView> after = views(changed.stream()
                .flatMap(each -> each.outcome().touched().stream())
                .toList());
        for (Stored each : changed) {
            each.outcome().added().forEach(id -> statement("added", id, null, after.get(id), each.reason()));
            each.outcome().kept().forEach(id -> {
                StatementView was = each.before().views().get(id);
                // What was taken out and has come back is news, though it keeps its id.
                statement(was == null ? "added" : "changed", id, was, after.get(id), each.reason());
            });
            each.outcome()
                    .gone()
                    .forEach(id ->
                            statement("superseded", id, each.before().views().get(id), after.get(id), each.reason()));
        }
    }

    /** Statements that were taken out and may never come back. */
    void removed(Before before, Collection<UUID> statements, ChangeReason reason) {
        Map<UUID, StatementView> after = views(List.copyOf(statements));
        statements.forEach(id -> statement("removed", id, before.views().get(id), after.get(id), reason));
    }

    /**
     * What became of proposals.
     *
     * @param now when what was entered is known from: until right before it the record was as it was
     */
    void recordProposals(Collection<UUID> added, Collection<UUID> changed, Collection<UUID> gone, Instant now) {
        proposals("added", added, Map.of());
        proposals("changed", changed, proposals.before(changed, now));
        proposals("superseded", gone, proposals.before(gone, now));
    }

    /** Actors that turned out to be another, or not to be: each with who it was and who it is. */
    void recordActors(Collection<UUID> ids, Instant now) {
        List<UUID> ordered = List.copyOf(ids);
        if (ordered.isEmpty()) {
            return;
        }
        List<ActorView> before = actors.byIds(ordered, now.minus(1, ChronoUnit.MICROS));
        List<ActorView> after = actors.byIds(ordered, null);
        for (int i = 0; i < ordered.size(); i++) {
            // What nobody could know before has not changed.
            if (before.get(i) != null && !before.get(i).equals(after.get(i))) {
                changes.record(
                        "org.parley.actor.changed.v1",
                        ordered.get(i).toString(),
                        new ChangeData(before.get(i), after.get(i), ChangeReason.EXTRACTION.name()));
            }
        }
    }

    void recordCorroborated(Collection<UUID> utterances, Instant now) {
        corroborations.tell(utterances, now, ChangeReason.EXTRACTION.name());
    }

    private void statement(String what, UUID id, StatementView before, StatementView after, ChangeReason reason) {
        changes.record(
                "org.parley.statement." + what + ".v1", id.toString(), new ChangeData(before, after, reason.name()));
    }

    private void proposals(String what, Collection<UUID> ids, Map<UUID, ProposalView> before) {
        List<UUID> ordered = List.copyOf(ids);
        List<ProposalView> views = ordered.isEmpty() ? List.of() : proposals.byIds(ordered, null);
        for (int i = 0; i < views.size(); i++) {
            changes.record(
                    "org.parley.proposal." + what + ".v1",
                    ordered.get(i).toString(),
                    new ChangeData(before.get(ordered.get(i)), views.get(i), ChangeReason.EXTRACTION.name()));
        }
    }

    private Map<UUID, StatementView> views(List<UUID> ids) {
        Map<UUID, StatementView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            statements.byIds(ids, null).forEach(view -> views.put(view.id(), view));
        }
        return views;
    }
}

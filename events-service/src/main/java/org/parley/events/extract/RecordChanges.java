package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.proposal.Proposals;
import org.parley.events.statement.KnownStatement;
import org.parley.events.statement.StatementBook;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** Tells the change feed what became of an article's statements and of the proposals they speak of. */
@ApplicationScoped
class RecordChanges {

    private final Statements statements;
    private final Proposals proposals;
    private final Changes changes;

    RecordChanges(Statements statements, Proposals proposals, Changes changes) {
        this.statements = statements;
        this.proposals = proposals;
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

    /** @param current false when the readings are of the past: then the present record has not changed */
    void record(Before before, StatementBook.Outcome outcome, boolean current, ChangeReason reason) {
        if (!current) {
            return;
        }
        views(outcome.added()).forEach((id, view) -> statement("added", id, null, view, reason));
        views(outcome.kept()).forEach((id, view) -> {
            StatementView was = before.views().get(id);
            // What was taken out and has come back is news, though it keeps its id.
            statement(was == null ? "added" : "changed", id, was, view, reason);
        });
        views(outcome.gone())
                .forEach(
                        (id, view) -> statement("superseded", id, before.views().get(id), view, reason));
    }

    /** Statements that were taken out and may never come back. */
    void removed(Before before, Collection<UUID> statements, ChangeReason reason) {
        Map<UUID, StatementView> after = views(List.copyOf(statements));
        statements.forEach(id -> statement("removed", id, before.views().get(id), after.get(id), reason));
    }

    void recordProposals(Collection<UUID> added, Collection<UUID> changed, Collection<UUID> gone) {
        for (UUID id : added) {
            proposal("added", id);
        }
        for (UUID id : changed) {
            proposal("changed", id);
        }
        for (UUID id : gone) {
            proposal("superseded", id);
        }
    }

    private void statement(String what, UUID id, StatementView before, StatementView after, ChangeReason reason) {
        changes.record(
                "org.parley.statement." + what + ".v1", id.toString(), new ChangeData(before, after, reason.name()));
    }

    private void proposal(String what, UUID id) {
        Object after = proposals.byIds(List.of(id), null).get(0);
        changes.record(
                "org.parley.proposal." + what + ".v1",
                id.toString(),
                new ChangeData(null, after, ChangeReason.EXTRACTION.name()));
    }

    private Map<UUID, StatementView> views(List<UUID> ids) {
        Map<UUID, StatementView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            statements.byIds(ids, null).forEach(view -> views.put(view.id(), view));
        }
        return views;
    }
}

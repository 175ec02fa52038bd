package org.parley.events.review;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Kind;
import org.parley.events.merge.ActorMerges;
import org.parley.events.resolve.Resolve;
import org.parley.events.statement.CorrectedReadings;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;
import org.parley.events.table.Rows;
import org.parley.events.utterance.Corroborations;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Takes decisions and takes them back, each with all that follows in one transaction. */
@ApplicationScoped
class Decisions {

    private record DecisionRow(
            UUID id,
            Kind kind,
            UUID subject,
            UUID other,
            Verdict verdict,
            Correction correction,
            String note,
            String decidedBy,
            Instant knownAt) {}

    private final Jdbi jdbi;
    private final ActorMerges merges;
    private final Statements statements;
    private final Corroborations corroborations;
    private final Changes changes;
    private final Clock clock;

    Decisions(
            Jdbi jdbi,
            ActorMerges merges,
            Statements statements,
            Corroborations corroborations,
            Changes changes,
            Clock clock) {
        this.jdbi = jdbi;
        this.merges = merges;
        this.statements = statements;
        this.corroborations = corroborations;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param asked checked already: subjects in the order of their ids */
    DecisionView decide(DecisionAsked asked, String who) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> {
                    Resolve.alone(handle);
                    Instant now = clock.instant();
                    Subjects.check(handle, asked.kind(), asked.subjectIds());
                    UUID subject = asked.subjectIds().get(0);
                    UUID other =
                            asked.subjectIds().size() > 1 ? asked.subjectIds().get(1) : null;
                    standing(handle, asked.kind(), subject, other).ifPresent(before -> {
                        throw new ProblemException(
                                ErrorCode.CONFLICT,
                                "This was decided already: undo decision %s first.".formatted(before));
                    });
                    List<StatementView> views = views(asked.kind(), asked.subjectIds());
                    DecisionRow row = new DecisionRow(
                            UuidCreator.getTimeOrderedEpoch(),
                            asked.kind(),
                            subject,
                            other,
                            asked.verdict(),
                            asked.correction(),
                            asked.note(),
                            who,
                            now);
                    Rows.insert(handle, "review_decision", List.of(row));
                    Doubts.close(handle, doubts(handle, asked.kind(), subject, other), "DECIDED", now);
                    switch (asked.kind()) {
                        case STATEMENT ->
                            corroborations.tell(
                                    Resolve.after(handle, asked.subjectIds(), List.of(), now), now, "REVIEW");
                        case UTTERANCE ->
                            corroborations.tell(
                                    Resolve.after(handle, asked.subjectIds(), List.of(), now), now, "REVIEW");
                        case ACTOR -> {
                            if (asked.verdict() == Verdict.ACCEPT) {
                                merges.mergeTwo(handle, subject, other, "review " + row.id(), now);
                            }
                        }
                        case PROPOSAL, CONFLICT -> {
                            // The decision itself is what reading lays over the row.
                        }
                    }
                    return told(handle, row.id(), asked.kind(), asked.subjectIds(), views);
                }));
    }

    DecisionView undo(UUID id, String who) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> {
                    Resolve.alone(handle);
                    Instant now = clock.instant();
                    DecisionView decision = find(handle, id)
                            .orElseThrow(() -> ProblemException.notFound("There is no decision " + id + "."));
                    if (decision.undoneAt() != null) {
                        throw new ProblemException(
                                ErrorCode.CONFLICT, "Decision %s has been undone already.".formatted(id));
                    }
                    List<StatementView> views = views(decision.kind(), decision.subjectIds());
                    handle.createUpdate(
                                    "update review_decision set superseded_at = :now, undone_by = :who where id = :id")
                            .bind("now", now)
                            .bind("who", who)
                            .bind("id", id)
                            .execute();
                    switch (decision.kind()) {
                        case STATEMENT -> {
                            if (decision.verdict() == Verdict.CORRECT) {
                                CorrectedReadings.undo(
                                        handle, decision.subjectIds().get(0), id, now);
                            }
                            corroborations.tell(
                                    Resolve.after(handle, decision.subjectIds(), List.of(), now), now, "REVIEW");
                        }
                        case UTTERANCE ->
                            corroborations.tell(
                                    Resolve.after(handle, decision.subjectIds(), List.of(), now), now, "REVIEW");
                        case ACTOR -> {
                            if (decision.verdict() == Verdict.ACCEPT) {
                                merges.unmerge(handle, merges.merged(handle, "review " + id), now);
                            }
                        }
                        case PROPOSAL, CONFLICT -> {
                            // Reading no longer lays it over the row.
                        }
                    }
                    reopen(handle, decision, now);
                    return told(handle, id, decision.kind(), decision.subjectIds(), views);
                }));
    }

    private DecisionView told(Handle handle, UUID id, Kind kind, List<UUID> subjects, List<StatementView> before) {
        DecisionView decision = find(handle, id).orElseThrow();
        List<StatementView> after = views(kind, subjects);
        for (int i = 0; i < after.size(); i++) {
            changes.record(
                    "org.parley.statement.changed.v1",
                    after.get(i).id().toString(),
                    new ChangeData(before.get(i), after.get(i), "REVIEW"));
        }
        changes.record("org.parley.review.decided.v1", id.toString(), new ChangeData(null, decision, "REVIEW"));
        return decision;
    }

    private List<StatementView> views(Kind kind, List<UUID> subjects) {
        return kind == Kind.STATEMENT || kind == Kind.UTTERANCE ? statements.byIds(subjects, null) : List.of();
    }

    private static Optional<UUID> standing(Handle handle, Kind kind, UUID subject, UUID other) {
        return handle.createQuery("""
                        select id from review_decision where kind = :kind and subject = :subject
                            and other is not distinct from cast(:other as uuid) and superseded_at is null""")
                .bind("kind", kind)
                .bind("subject", subject)
                .bindByType("other", other, UUID.class)
                .mapTo(UUID.class)
                .findOne();
    }

    private static Optional<DecisionView> find(Handle handle, UUID id) {
        return handle.createQuery("select * from review_decision where id = :id")
                .bind("id", id)
                .map((row, context) -> DecisionView.of(row))
                .findOne();
    }

    private static List<UUID> doubts(Handle handle, Kind kind, UUID subject, UUID other) {
        return handle.createQuery("""
                        select id from doubt where kind = :kind and subject = :subject
                            and other is not distinct from cast(:other as uuid) and superseded_at is null""")
                .bind("kind", kind)
                .bind("subject", subject)
                .bindByType("other", other, UUID.class)
                .mapTo(UUID.class)
                .list();
    }

    /** Asks again what had been asked, unless looking again has found it doubtful already, or not any more. */
    private static void reopen(Handle handle, DecisionView decision, Instant now) {
        List<UUID> subjects = new ArrayList<>(decision.subjectIds());
        UUID other = subjects.size() > 1 ? subjects.get(1) : null;
        if (doubts(handle, decision.kind(), subjects.get(0), other).isEmpty() && decision.kind() != Kind.STATEMENT) {
            handle.createUpdate("""
                            insert into doubt (id, kind, subject, other, why, confidence, known_at)
                            select :id, kind, subject, other, why, confidence, :now from doubt
                            where kind = :kind and subject = :subject and other is not distinct from cast(:other as uuid)
                                and ended = 'DECIDED'
                            order by superseded_at desc limit 1""")
                    .bind("id", UuidCreator.getTimeOrderedEpoch())
                    .bind("now", now)
                    .bind("kind", decision.kind())
                    .bind("subject", subjects.get(0))
                    .bindByType("other", other, UUID.class)
                    .execute();
        }
    }
}

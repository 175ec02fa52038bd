package org.parley.events.resolve;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.parley.events.conflict.Conflicts;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.statement.CorrectedReadings;
import org.parley.events.statement.CorrectedStatement;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.events.utterance.ReportBook;
import org.parley.events.utterance.UtteranceBook;
import org.postgresql.PGStatement;

/**
 * What follows for the rest of the record when statements were added, read again, corrected or taken out.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Resolve {

    /** What is less sure than this is for a person to look at. */
    private static final double DOUBTFUL = 0.5;

    private static final String AMONG = " = any(cast(string_to_array(:ids, ',') as uuid[]))";

    private static final StatementCustomizer PLANNED_EACH_TIME = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    };

    private Resolve() {}

    /** Waits until nobody else resolves; before any write, so that the change feed keeps this order. */
    public static void alone(Handle handle) {
        // What follows looks rows up by keys, ten or ten thousand. A plan that is made once and kept knows neither how
        // many, nor how the tables have grown since: reading them whole looked cheap while they were all but empty. And
        // reading an index whole looks cheaper than a thousand rows by their keys for as long as it is small, if each
        // is taken
        // to come from a disk.
        handle.execute("set local enable_seqscan = off; set local jit = off; set local random_page_cost = 1.1;"
                + " select pg_advisory_xact_lock(hashtext('parley resolve'))");
        handle.getConfig(SqlStatements.class).addCustomizer(PLANNED_EACH_TIME);
    }

    /**
     * Brings everything that rests on these statements up to date.
     *
     * @param touched statements that are there anew, changed, or gone
     * @param proposals of which something is told otherwise than before
     * @param now when what follows is known from
     * @return the utterances that are corroborated by one more origin now
     */
    public static Set<UUID> after(Handle handle, Collection<UUID> touched, Collection<UUID> proposals, Instant now) {
        correct(handle, touched, now);
        ReportBook.enterKeys(handle, touched);
        doubtStatements(handle, touched, now);
        UtteranceBook.Outcome utterances = new UtteranceBook(handle, now).regroup(touched);
        List<Doubt> possible = utterances.possible().stream()
                .map(pair -> Doubt.ofTwo(
                        Doubts.Kind.UTTERANCE,
                        pair.one().statement(),
                        pair.other().statement(),
                        "These two may be one utterance: %s.".formatted(pair.why()),
                        pair.score()))
                .toList();
        Set<UUID> seen = new HashSet<>(touched);
        seen.addAll(utterances.statements());
        Doubts.enter(handle, Doubts.Kind.UTTERANCE, seen, possible, now);
        Conflicts.after(handle, touched, proposals, utterances, now);
        return utterances.corroborated();
    }

    /** Lays what people have corrected over readings that do not have it yet: new versions, new engines. */
    private static void correct(Handle handle, Collection<UUID> statements, Instant now) {
        record Decided(UUID id, UUID statement, CorrectedStatement correction) {}
        List<Decided> corrections = handle.createQuery("select id, subject, correction from review_decision"
                        + " where kind = 'STATEMENT' and verdict = 'CORRECT' and superseded_at is null and subject"
                        + AMONG)
                .bind("ids", Rows.list(statements))
                .map((row, context) -> new Decided(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "subject"),
                        Json.read(row.getString("correction"), CorrectedStatement.class)))
                .list();
        for (Decided decided : corrections) {
            if (!CorrectedReadings.holds(handle, decided.statement(), decided.id())) {
                CorrectedReadings.correct(handle, decided.statement(), decided.correction(), decided.id(), now);
            }
        }
    }

    private static void doubtStatements(Handle handle, Collection<UUID> statements, Instant now) {
        List<Doubt> doubts = new ArrayList<>();
        handle.createQuery("select statement_id, confidence, rule from reading"
                        + " where superseded_at is null and confidence < :doubtful and statement_id" + AMONG)
                .bind("doubtful", DOUBTFUL)
                .bind("ids", Rows.list(statements))
                .map((row, context) -> new Doubt(
                        Doubts.Kind.STATEMENT,
                        Rows.uuid(row, "statement_id"),
                        null,
                        "This was read by a rule that is often wrong (%s).".formatted(row.getString("rule")),
                        row.getDouble("confidence")))
                .forEach(doubts::add);
        Doubts.enter(handle, Doubts.Kind.STATEMENT, statements, doubts, now);
    }
}

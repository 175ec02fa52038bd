package org.parley.events.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.doubt.Doubts;
import org.parley.events.table.Redirects;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/** Checks that the rows a decision is about are there. */
final class Subjects {

    /** For each kind, whether a row was ever there, and whether it stands now. */
    private static final Map<Doubts.Kind, String> STANDS = Map.of(
            Doubts.Kind.STATEMENT,
            """
            select exists (select from statement where id = :id) as known,
                exists (select from reading where statement_id = :id and superseded_at is null) as stands""",
            Doubts.Kind.UTTERANCE,
            """
            select exists (select from statement where id = :id) as known,
                exists (select from reading where statement_id = :id and superseded_at is null) as stands""",
            Doubts.Kind.ACTOR,
            "select exists (select from actor where id = :id) as known, exists (select from actor where id = :id) as stands",
            Doubts.Kind.PROPOSAL,
            "select exists (select from proposal where id = :id) as known, exists (select from proposal where id = :id) as stands",
            Doubts.Kind.CONFLICT,
            """
            select exists (select from conflict where id = :id) as known,
                exists (select from conflict_state where conflict_id = :id and superseded_at is null) as stands""");

    private Subjects() {}

    /** @throws ProblemException NOT_FOUND for an id that never was, CONFLICT with a redirect for one that has gone */
    static void check(Handle handle, Doubts.Kind kind, List<UUID> subjects) {
        for (UUID subject : subjects) {
            record State(boolean known, boolean stands) {}
            State state = handle.createQuery(STANDS.get(kind))
                    .bind("id", subject)
                    .map((row, context) -> new State(row.getBoolean("known"), row.getBoolean("stands")))
                    .one();
            if (!state.known()) {
                throw ProblemException.notFound("There is no %s %s.".formatted(of(kind), subject));
            }
            UUID now = Redirects.resolve(handle, List.of(subject)).get(subject);
            if (!state.stands() || !now.equals(subject)) {
                String instead = now.equals(subject) ? "" : " Use %s instead.".formatted(now);
                Problem gone = Problem.of(
                                ErrorCode.CONFLICT, "The %s %s has gone since.%s".formatted(of(kind), subject, instead))
                        .withRedirect(now.equals(subject) ? null : now.toString());
                throw new ProblemException(gone);
            }
        }
    }

    private static String of(Doubts.Kind kind) {
        return switch (kind) {
            case STATEMENT, UTTERANCE -> "statement";
            case ACTOR -> "actor";
            case PROPOSAL -> "proposal";
            case CONFLICT -> "conflict";
        };
    }
}

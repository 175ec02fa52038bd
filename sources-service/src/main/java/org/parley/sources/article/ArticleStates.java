package org.parley.sources.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ProblemException;

/** Changes whether an article stands. */
@ApplicationScoped
class ArticleStates {

    private final Jdbi jdbi;
    private final Changes changes;
    private final Clock clock;

    ArticleStates(Jdbi jdbi, Changes changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    record Change(ArticleView before, ArticleView after) {}

    /**
     * Puts the article into a state, within the caller's transaction, which has not written yet. Nothing happens if it
     * is in that state.
     *
     * @param reason in the words of who says so
     * @param because the reason of the event
     */
    Change change(UUID article, String state, String reason, String because) {
        return jdbi.withHandle(handle -> {
            UUID identity = handle.createQuery("select identity from article where id = :id")
                    .bind("id", article)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(ArticleStates::unknown);
            // The same lock as intake takes, so that a new version and the new state do not cross.
            changes.lockFirst(List.of(identity.toString()));
            ArticleView before = handle.createQuery(ArticleRows.SELECT_WITH_IDENTITY + " where a.id = :id")
                    .bind("id", article)
                    .map((row, context) -> ArticleRows.read(row))
                    .one();
            if (before.state().equals(state)) {
                return new Change(before, before);
            }
            ArticleView after = before.inState(state, reason);
            handle.createUpdate("update article set state = :state, state_reason = :reason where id = :id")
                    .bind("state", state)
                    .bind("reason", reason)
                    .bind("id", article)
                    .execute();
            note(handle, article, state, reason, clock.instant());
            String type = state.equals("RETRACTED") ? "retracted" : "changed";
            changes.record(
                    "org.parley.article." + type + ".v1", article.toString(), new ChangeData(before, after, because));
            return new Change(before, after);
        });
    }

    /** Keeps in which state it was from when on. */
    static void note(Handle handle, UUID article, String state, String reason, Instant now) {
        handle.execute(
                "insert into article_state (article_id, known_at, state, reason) values (?, ?, ?, ?)",
                article,
                now,
                state,
                reason);
    }

    /** The id of a path. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("No article has this id.");
    }
}

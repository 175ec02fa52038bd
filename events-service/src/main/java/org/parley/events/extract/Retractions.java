package org.parley.events.extract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.negotiation.Negotiations;
import org.parley.events.resolve.Resolve;
import org.parley.events.statement.KnownStatement;

/**
 * Takes what retracted articles report out of the present record. It stays in the past: asked as known before, it is
 * there.
 *
 * <p>What there is to do shows in the tables, so nothing is lost when the process ends in between.
 */
@ApplicationScoped
public class Retractions {

    private static final List<String> OF_ARTICLE =
            List.of("reading", "mention", "assertion", "actor_role", "actor_side", "proposal_evidence");

    private final Jdbi jdbi;
    private final RecordChanges changes;
    private final Clock clock;

    Retractions(Jdbi jdbi, RecordChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    /** Carries out the retractions that were told of and not carried out yet. */
    public void carryOut() {
        for (UUID article : waiting()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> {
                        Resolve.alone(handle);
                        takeOut(handle, article, clock.instant());
                    }));
        }
    }

    private List<UUID> waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select a.id from article a where a.state = 'RETRACTED' and (
                            exists (select from reading r where r.article_id = a.id and r.superseded_at is null)
                            or exists (select from mention m where m.article_id = a.id and m.superseded_at is null))""").mapTo(UUID.class).list());
    }

    private void takeOut(Handle handle, UUID article, Instant now) {
        List<KnownStatement> known = KnownStatement.of(handle, article);
        RecordChanges.Before before = changes.before(known);
        for (String table : OF_ARTICLE) {
            handle.createUpdate(
                            "update %s set superseded_at = :now where article_id = :article and superseded_at is null"
                                    .formatted(table))
                    .bind("now", now)
                    .bind("article", article)
                    .execute();
        }
        List<UUID> gone = known.stream()
                .filter(KnownStatement::current)
                .map(KnownStatement::id)
                .toList();
        Negotiations negotiations = new Negotiations(handle, now);
        negotiations.resolveAgain(List.of(article));
        Set<UUID> touched = new LinkedHashSet<>(gone);
        touched.addAll(negotiations.statements());
        Resolve.after(handle, touched, negotiations.touched(), now);
        changes.removed(before, gone, ChangeReason.RETRACTION);
        changes.recordProposals(negotiations.added(), negotiations.changed(), negotiations.gone(), now);
    }
}

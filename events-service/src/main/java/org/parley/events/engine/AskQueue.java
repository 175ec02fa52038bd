package org.parley.events.engine;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * Which articles another engine is still to be asked about: those that our own has read, in their newest version, the
 * latest read first. A claim is a lease, as for our own readers; times are the database's.
 */
@ApplicationScoped
class AskQueue {

    /** A pause doubles up to this many times. */
    private static final int MOST_DOUBLINGS = 7;

    private final Jdbi jdbi;
    private final OtherEngineConfig config;

    AskQueue(Jdbi jdbi, OtherEngineConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    Optional<AskedArticle> claim(String extractor) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        jdbi.withHandle(handle -> claimAgain(handle, extractor).or(() -> claimNew(handle, extractor))));
    }

    private Optional<AskedArticle> claimAgain(Handle handle, String extractor) {
        return handle.createQuery("""
                        with next as (
                            select o.article_id, o.article_version from other_extraction o
                            join article a on a.id = o.article_id and a.read_version = o.article_version
                            where o.extractor = :extractor and o.state in ('RUNNING', 'WAITING') and o.not_before <= now()
                            order by o.not_before for update of o skip locked limit 1)
                        update other_extraction o set state = 'RUNNING', not_before = now() + make_interval(secs => :lease)
                        from next
                        where o.article_id = next.article_id and o.article_version = next.article_version
                            and o.extractor = :extractor
                        returning o.article_id, o.article_version, o.attempts, o.pauses""")
                .bind("extractor", extractor)
                .bind("lease", lease())
                .map((row, context) -> AskedArticle.of(
                        handle,
                        Rows.uuid(row, "article_id"),
                        row.getInt("article_version"),
                        row.getInt("attempts"),
                        row.getInt("pauses")))
                .findOne();
    }

    private Optional<AskedArticle> claimNew(Handle handle, String extractor) {
        return handle.createQuery("""
                        insert into other_extraction
                            (article_id, article_version, extractor, state, attempts, pauses, not_before, at)
                        select e.article_id, e.article_version, :extractor, 'RUNNING', 0, 0,
                            now() + make_interval(secs => :lease), now()
                        from extraction e
                        join article a on a.id = e.article_id and a.read_version = e.article_version
                        where e.extracted and not exists (
                            select from other_extraction o where o.article_id = e.article_id
                                and o.article_version = e.article_version and o.extractor = :extractor)
                        order by e.known_at desc limit 1
                        on conflict do nothing
                        returning article_id, article_version""")
                .bind("extractor", extractor)
                .bind("lease", lease())
                .map((row, context) ->
                        AskedArticle.of(handle, Rows.uuid(row, "article_id"), row.getInt("article_version"), 0, 0))
                .findOne();
    }

    /** Ends a claim with what was found, in the transaction that stores it. */
    static void done(Handle handle, AskedArticle asked, String extractor, ClaimCheck.Checked found) {
        handle.createUpdate("""
                        update other_extraction set state = 'DONE', error = null, at = now(), claimed = :claimed,
                            kept = :kept, dropped = cast(:dropped as jsonb)
                        where article_id = :id and article_version = :version and extractor = :extractor""")
                .bind("claimed", found.claimed())
                .bind("kept", found.kept().size())
                .bind("dropped", Json.write(found.dropped()))
                .bind("id", asked.id())
                .bind("version", asked.version())
                .bind("extractor", extractor)
                .execute();
    }

    /** Notes why there is no answer. Only answers that cannot be used count as attempts; an engine that is away is waited for. */
    void failed(AskedArticle asked, String extractor, EngineTrouble trouble) {
        int attempts = asked.attempts() + (trouble.isAway() ? 0 : 1);
        Duration pause = trouble.await() != null
                ? trouble.await()
                : config.pause().multipliedBy(1L << Math.min(asked.pauses(), MOST_DOUBLINGS));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update other_extraction set state = :state, error = :error, attempts = :attempts,
                            pauses = pauses + 1, at = now(), not_before = now() + make_interval(secs => :pause)
                        where article_id = :id and article_version = :version and extractor = :extractor""")
                .bind("state", attempts >= config.attempts() ? "FAILED" : "WAITING")
                .bind("error", trouble.getMessage())
                .bind("attempts", attempts)
                .bind("pause", pause.toMillis() / 1000.0)
                .bind("id", asked.id())
                .bind("version", asked.version())
                .bind("extractor", extractor)
                .execute());
    }

    /** Longer than any answer takes. */
    private double lease() {
        return 2.0 * config.timeout().toSeconds() + 30;
    }
}

package org.parley.sources.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.article.Arrivals;

/**
 * Makes stored articles findable by their words, a moment after they were stored. Several replicas share the work; an
 * article whose indexing fails keeps no other from it, is tried again a few times and then stays in the backlog.
 */
@ApplicationScoped
class SearchIndexer {

    private static final Logger LOG = Logger.getLogger(SearchIndexer.class);

    /** While a transaction writes, the change feed waits for it: so few at a time. */
    private static final int AT_A_TIME = 20;

    private static final long LOOK_AGAIN_MILLIS = 200;

    /** Nobody looks for an article by its 40,000th word, and a tsvector has an upper limit. */
    private static final String INDEX = """
            with taken as (
                delete from search_backlog where article_id in (
                    select article_id from search_backlog
                    where due_at <= :now and (cast(:only as uuid) is null or article_id = cast(:only as uuid))
                    limit :limit for update skip locked)
                returning article_id),
            indexed as (
                insert into article_search (article_id, headline, document)
                select a.id, coalesce(a.headline, ''),
                       setweight(to_tsvector('english', coalesce(a.headline, '')), 'A')
                       || to_tsvector('english', left(v.text, 250000))
                from taken
                join article a on a.id = taken.article_id
                join article_version v on v.article_id = a.id and v.number = a.version
                on conflict (article_id) do update set headline = excluded.headline, document = excluded.document
                returning article_id)
            select count(*) from indexed""";

    private static final String FAILED = """
            update search_backlog set attempts = attempts + 1,
                problem = 'its words cannot be indexed; the log of the service says why',
                due_at = case when attempts + 1 < 5 then cast(:now as timestamptz) + (attempts + 1) * interval '1 minute' else 'infinity' end
            where article_id = :id""";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Arrivals arrivals;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "search-indexer"));

    SearchIndexer(Jdbi jdbi, Clock clock, Arrivals arrivals) {
        this.jdbi = jdbi;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        // catchUp lets nothing escape, so there is nothing to learn from the future.
        var unused = worker.scheduleWithFixedDelay(this::catchUp, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void catchUp() {
        try {
            for (long since = System.nanoTime();
                    !worker.isShutdown() && indexSome() == AT_A_TIME;
                    since = System.nanoTime()) {
                arrivals.makeRoom(since);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The backlog is in the database: nothing is lost, and the next look is soon. Thrown on, it would be the
            // last.
            LOG.warnf("Articles could not be made findable now, they will be: %s", e.getMessage());
        }
    }

    private int indexSome() {
        try {
            return index(null);
        } catch (RuntimeException e) {
            LOG.infof("Articles cannot be made findable together, so one by one: %s", e.getMessage());
            List<UUID> waiting = jdbi.withHandle(
                    handle -> handle.createQuery("select article_id from search_backlog where due_at <= ? limit ?")
                            .bind(0, clock.instant())
                            .bind(1, AT_A_TIME)
                            .mapTo(UUID.class)
                            .list());
            waiting.forEach(this::indexOne);
            return waiting.size();
        }
    }

    private void indexOne(UUID article) {
        try {
            index(article);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Article %s cannot be made findable", article);
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> handle.createUpdate(FAILED)
                            .bind("now", clock.instant())
                            .bind("id", article)
                            .execute()));
        }
    }

    /** @param only the article, or null for whichever wait */
    private int index(UUID only) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(INDEX)
                        .bind("limit", AT_A_TIME)
                        .bind("now", clock.instant())
                        .bindByType("only", only, UUID.class)
                        .mapTo(Integer.class)
                        .one()));
    }
}

package org.parley.sources.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes stored articles findable by their words, a moment after they were stored. Several replicas share the work; an
 * article whose indexing fails stays in the backlog.
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
                    select article_id from search_backlog limit :limit for update skip locked)
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

    private final Jdbi jdbi;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "search-indexer"));

    SearchIndexer(Jdbi jdbi) {
        this.jdbi = jdbi;
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
            while (!worker.isShutdown() && indexSome() == AT_A_TIME) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            // The backlog is in the database: nothing is lost, and the next look is soon. Thrown on, it would be the
            // last.
            LOG.warnf("Articles could not be made findable now, they will be: %s", e.getMessage());
        }
    }

    private int indexSome() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(INDEX)
                        .bind("limit", AT_A_TIME)
                        .mapTo(Integer.class)
                        .one()));
    }
}

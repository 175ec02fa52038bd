package org.parley.events.extract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.Countries;
import org.parley.events.resolve.Resolve;

/**
 * Stores what was read in article versions, in one transaction: actors, mentions and proposals, statements and their
 * readings, the changes, and the end of the work items. Either all of it is there or none, and only once.
 */
@ApplicationScoped
class ReadingStore {

    private final Jdbi jdbi;
    private final Countries countries;
    private final RecordChanges changes;
    private final Clock clock;

    ReadingStore(Jdbi jdbi, Countries countries, RecordChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.countries = countries;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return false when the claim was lost meanwhile: then nothing was stored, and another worker does it */
    boolean store(ReadArticle read) {
        return store(List.of(read)).isEmpty();
    }

    /**
     * Stores several at once, which costs much less than one after the other: what they have in common is resolved once.
     *
     * @return those whose claims were lost meanwhile: of them nothing was stored, and other workers do it
     */
    List<ReadArticle> store(List<ReadArticle> reads) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    // Before any write: actors and proposals are resolved by one at a time, and the change feed keeps
                    // this order.
                    Resolve.alone(handle);
                    List<ReadArticle> lost = new ArrayList<>();
                    List<ReadArticle> fresh = new ArrayList<>();
                    for (ReadArticle read : reads) {
                        if (!WorkQueue.hold(handle, read.item())) {
                            lost.add(read);
                        } else if (!storedBefore(handle, read)
                                && !Retractions.isRetracted(handle, read.item().articleId())) {
                            fresh.add(read);
                        }
                    }
                    if (!fresh.isEmpty()) {
                        new Storing(handle, countries, changes, clock.instant()).enter(fresh);
                    }
                    for (ReadArticle read : reads) {
                        if (!lost.contains(read)) {
                            WorkQueue.done(handle, read.item(), read.extractor());
                        }
                    }
                    return lost;
                }));
    }

    /** A row is there if this version was read by this extractor before: then there is nothing to add. */
    private static boolean storedBefore(Handle handle, ReadArticle read) {
        return handle.createQuery("""
                        select exists (select from extraction
                            where article_id = :article and article_version = :version and extractor = :extractor)""")
                .bind("article", read.item().articleId())
                .bind("version", read.item().version())
                .bind("extractor", read.extractor())
                .mapTo(Boolean.class)
                .one();
    }
}

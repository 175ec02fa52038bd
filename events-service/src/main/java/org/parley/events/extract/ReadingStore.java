package org.parley.events.extract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.Countries;
import org.parley.events.resolve.Resolve;
import org.parley.events.table.Json;

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
                    Set<WorkItem> held = WorkQueue.hold(
                            handle, reads.stream().map(ReadArticle::item).toList());
                    List<ReadArticle> mine = reads.stream()
                            .filter(read -> held.contains(read.item()))
                            .toList();
                    Set<UUID> settled = settled(handle, mine);
                    List<ReadArticle> fresh = mine.stream()
                            .filter(read -> !settled.contains(read.item().articleId()))
                            .toList();
                    if (!fresh.isEmpty()) {
                        new Storing(handle, countries, changes, clock.instant()).enter(fresh);
                    }
                    mine.stream()
                            .collect(Collectors.groupingBy(
                                    ReadArticle::extractor, Collectors.mapping(ReadArticle::item, Collectors.toList())))
                            .forEach((extractor, items) -> WorkQueue.done(handle, items, extractor));
                    return reads.stream()
                            .filter(read -> !held.contains(read.item()))
                            .toList();
                }));
    }

    /** Articles of which there is nothing to add: this version was read by this extractor before, or the article was retracted. */
    private static Set<UUID> settled(Handle handle, List<ReadArticle> reads) {
        record Asked(UUID articleId, int version, String extractor) {}
        return handle.createQuery("""
                        select a.id from jsonb_to_recordset(cast(:asked as jsonb)) x(article_id uuid, version int, extractor text)
                        join article a on a.id = x.article_id
                        where a.state = 'RETRACTED' or exists (select from extraction e
                            where e.article_id = x.article_id and e.article_version = x.version and e.extractor = x.extractor)""")
                .bind(
                        "asked",
                        Json.write(reads.stream()
                                .map(read -> new Asked(
                                        read.item().articleId(), read.item().version(), read.extractor()))
                                .toList()))
                .mapTo(UUID.class)
                .set();
    }
}

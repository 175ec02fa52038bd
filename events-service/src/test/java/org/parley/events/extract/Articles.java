package org.parley.events.extract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.article.ArticleCopy;
import org.parley.events.article.ArticleFacts;
import org.parley.events.article.ArticleFacts.OutletFacts;

/** Articles as the follower would have taken them over. */
final class Articles {

    private static final OutletFacts OUTLET = new OutletFacts(
            UUID.fromString("01999999-0000-7000-8000-000000000001"), "Test Gazette", null, "NEWSPAPER", null, null);

    private Articles() {}

    static UUID add(Jdbi jdbi) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        addVersion(jdbi, id, 1, Instant.parse("2027-03-04T12:00:00Z"));
        return id;
    }

    /** A further version, and the work to read it. */
    static void addVersion(Jdbi jdbi, UUID id, int number, Instant retrieved) {
        ArticleFacts facts = new ArticleFacts(
                id,
                number,
                null,
                "Talks go on",
                null,
                "https://gazette.example.org/" + id,
                OUTLET,
                Instant.parse("2027-03-04T10:00:00Z"),
                retrieved,
                retrieved,
                "en",
                "00",
                "ACTIVE",
                null);
        jdbi.useHandle(handle -> WorkQueue.add(handle, ArticleCopy.putArticles(handle, List.of(facts))));
    }

    /** Puts it back into the queue. */
    static void readAgain(Jdbi jdbi, UUID article) {
        jdbi.useHandle(handle ->
                handle.execute("update work_item set state = 'PENDING', attempts = 0 where article_id = ?", article));
    }

    /** Leaves no work of other tests behind. */
    static void noWork(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("update work_item set state = 'DONE' where state <> 'DONE'"));
    }
}

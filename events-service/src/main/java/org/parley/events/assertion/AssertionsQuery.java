package org.parley.events.assertion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.kit.page.Paging;

/** {@code POST /v1/assertions/pages-by}: a page of assertions for each article or proposal. */
public record AssertionsQuery(
        Key by,
        List<UUID> keys,
        Instant knownAt,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count) {

    /** What the keys are. */
    public enum Key {
        ARTICLE("s.article_id"),
        PROPOSAL("g.proposal_id");

        final String column;

        Key(String column) {
            this.column = column;
        }
    }

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

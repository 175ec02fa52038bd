package org.parley.events.statement;

import java.time.Instant;
import org.parley.kit.page.Paging;

/** {@code POST /v1/statements/query}. */
public record StatementsQuery(
        StatementFilter filter,
        Instant knownAt,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count) {

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

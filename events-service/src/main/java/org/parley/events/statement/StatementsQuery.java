package org.parley.events.statement;

import java.time.Instant;
import org.parley.events.table.Fields;
import org.parley.kit.page.Paging;

/** {@code POST /v1/statements/query}. */
public record StatementsQuery(
        StatementFilter filter,
        Instant knownAt,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count,
        Fields fields) {

    public StatementsQuery {
        fields = Fields.orAll(fields);
    }

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

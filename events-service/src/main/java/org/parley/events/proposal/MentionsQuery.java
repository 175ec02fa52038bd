package org.parley.events.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.kit.page.Paging;

/** {@code POST /v1/proposals/mentions}: a page of mentions for each proposal. */
public record MentionsQuery(
        List<UUID> ids, Instant knownAt, Integer first, Integer last, String after, String before, Boolean count) {

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

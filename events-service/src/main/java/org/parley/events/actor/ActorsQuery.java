package org.parley.events.actor;

import java.time.Instant;
import java.util.List;
import org.parley.extraction.Speaker;
import org.parley.kit.page.Paging;

/** {@code POST /v1/actors/query}. */
public record ActorsQuery(
        Filter filter, Instant knownAt, Integer first, Integer last, String after, String before, Boolean count) {

    /**
     * Which actors. Case and accents don't count.
     *
     * @param name the whole name
     * @param alias the whole of one of the names
     * @param kind any of these
     * @param text part of one of the names, or nearly so
     */
    public record Filter(String name, String alias, List<Speaker.Kind> kind, String text) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

package org.parley.events.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.extraction.StanceValue;
import org.parley.kit.page.Paging;

/**
 * {@code POST /v1/positions/query}, and with {@code by} and {@code keys} {@code POST /v1/positions/pages-by}.
 *
 * @param asOf as things stood at the end of this day; null for everything said
 * @param history true for all positions over time, false for those that stand
 */
record PositionsQuery(
        By by,
        List<UUID> keys,
        Filter filter,
        LocalDate asOf,
        Instant knownAt,
        Boolean history,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count) {

    enum By {
        PROPOSAL,
        HOLDER
    }

    /**
     * Which positions. Members are AND-ed, lists mean any of them.
     *
     * @param party who speaks for one of these, or is one
     * @param claimed true for what others claim of the holder, false for the holder's own words
     */
    record Filter(
            List<UUID> proposal,
            List<UUID> proposalVersion,
            List<UUID> holder,
            List<UUID> party,
            List<StanceValue> stance,
            Boolean claimed) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

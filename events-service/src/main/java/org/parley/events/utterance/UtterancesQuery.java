package org.parley.events.utterance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.kit.page.Paging;

/** {@code POST /v1/utterances/query}. */
record UtterancesQuery(
        Filter filter, Instant knownAt, Integer first, Integer last, String after, String before, Boolean count) {

    /**
     * Which utterances. Members are AND-ed, lists mean any of them.
     *
     * @param statedFrom said on this day or later; one without a known day does not fit
     */
    record Filter(
            List<UUID> ids,
            List<UUID> speaker,
            List<UUID> proposal,
            List<UUID> outlet,
            List<UUID> article,
            LocalDate statedFrom,
            LocalDate statedTo,
            Integer minOutlets,
            Integer minOrigins,
            String text) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

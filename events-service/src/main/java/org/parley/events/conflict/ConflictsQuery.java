package org.parley.events.conflict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.kit.page.Paging;

/** {@code POST /v1/conflicts/query}. */
record ConflictsQuery(
        Filter filter, Instant knownAt, Integer first, Integer last, String after, String before, Boolean count) {

    /** Which conflicts. Members are AND-ed, lists mean any of them. */
    record Filter(
            List<UUID> ids,
            List<ConflictKind> kind,
            List<ConflictResolution> resolution,
            List<UUID> article,
            List<UUID> proposal,
            List<UUID> speaker,
            List<UUID> statement,
            List<UUID> utterance) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}

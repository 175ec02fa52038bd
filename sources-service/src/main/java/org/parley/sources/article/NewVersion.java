package org.parley.sources.article;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A version that is about to be stored.
 *
 * @param replaces the number of the version that was current until now, or null
 * @param current whether it is current now
 */
record NewVersion(UUID id, ArticleDraft draft, Place place, Instant knownAt, Integer replaces, boolean current) {

    NewVersion(ArticleDraft draft, Place place, Instant knownAt, Integer replaces, boolean current) {
        this(UuidCreator.getTimeOrderedEpoch(), draft, place, knownAt, replaces, current);
    }

    /** The marked parts as they are kept. */
    String regionsJson() {
        return draft.regions().stream()
                .map(region -> "{\"kind\":\"%s\",\"start\":%d,\"end\":%d}"
                        .formatted(region.kind(), region.start(), region.end()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

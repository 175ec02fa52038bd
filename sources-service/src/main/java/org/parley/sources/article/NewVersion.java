package org.parley.sources.article;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.parley.extraction.text.Region;

/**
 * A version that is about to be stored.
 *
 * @param replaces the number of the version that was current until now, or null
 */
record NewVersion(UUID id, UUID articleId, ArticleDraft draft, Place place, Instant knownAt, Integer replaces) {

    NewVersion(UUID articleId, ArticleDraft draft, Place place, Instant knownAt, Integer replaces) {
        this(UuidCreator.getTimeOrderedEpoch(), articleId, draft, place, knownAt, replaces);
    }

    /** The marked parts as they are kept. */
    String regionsJson() {
        StringBuilder json = new StringBuilder("[");
        for (Region region : draft.regions()) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"kind\":\"")
                    .append(region.kind())
                    .append("\",\"start\":")
                    .append(region.start())
                    .append(",\"end\":")
                    .append(region.end())
                    .append('}');
        }
        return json.append(']').toString();
    }
}

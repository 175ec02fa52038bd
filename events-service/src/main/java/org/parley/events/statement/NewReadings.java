package org.parley.events.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;

/**
 * What an engine found in one article version, ready to be stored.
 *
 * @param current false for a version that is older than one read before: its readings are of the past from the start
 * @param actors the actor of every speaker
 * @param mentions the stored mentions, by the indexes that statements refer to
 * @param now when all of it is known from
 */
public record NewReadings(
        UUID articleId,
        int version,
        String extractor,
        String text,
        UUID outletId,
        Instant publishedAt,
        boolean current,
        List<ExtractedStatement> statements,
        Map<Speaker, UUID> actors,
        List<Mentioned> mentions,
        Instant now) {

    /** A stored mention and what it means; proposal and version may be null. */
    public record Mentioned(UUID id, UUID proposalId, UUID versionId) {}
}

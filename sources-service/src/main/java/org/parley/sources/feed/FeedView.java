package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.sources.outlet.OutletView;

/**
 * A feed as others see it.
 *
 * @param format null until it was read once
 * @param fetchPages whether each item's page is fetched for its text; else the feed's own text is taken
 * @param include words of which a title or summary has to hold one; empty: any
 * @param exclude words of which it may hold none
 * @param intervalSeconds how often it is polled now; it follows how often news comes, between the two limits
 * @param failures polls that failed since the last that did not
 * @param brokenSince when it began to fail for good, or null
 * @param itemsSeen different items so far
 * @param articlesStored articles and versions they became
 * @param version counts its edits from 1; polls do not count
 */
@JsonInclude(Include.NON_NULL)
record FeedView(
        UUID id,
        OutletView outlet,
        String url,
        String title,
        FeedFormat format,
        Feed.State state,
        boolean fetchPages,
        List<String> include,
        List<String> exclude,
        int minIntervalSeconds,
        int maxIntervalSeconds,
        int intervalSeconds,
        PollOutcome lastOutcome,
        String lastDetail,
        Instant lastPolledAt,
        Instant lastOkAt,
        Instant nextPollAt,
        int failures,
        Instant brokenSince,
        long itemsSeen,
        long articlesStored,
        int version,
        Instant knownAt) {}

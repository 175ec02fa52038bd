package org.parley.events.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A part of another service's change feed.
 *
 * @param next the cursor to go on from
 * @param more whether more changes are there already
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedPage(List<FeedEvent> events, String next, boolean more) {}

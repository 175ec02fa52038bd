package org.parley.kit.change;

import java.util.List;

/**
 * A part of the change feed.
 *
 * @param events in the feed's order
 * @param next the cursor behind the last of them; the one that was passed if there are none
 * @param more whether rows beyond {@code next} are there already
 */
public record ChangePage(List<CloudEvent> events, String next, boolean more) {}

package org.parley.events.proposal;

import java.util.List;
import java.util.UUID;

/**
 * {@code POST /v1/proposals/merge}.
 *
 * @param into the proposal that stays
 * @param from those that are the same
 * @param reason why, may be null
 */
public record MergeQuery(UUID into, List<UUID> from, String reason) {}

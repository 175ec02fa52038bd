package org.parley.events.proposal;

import java.util.List;
import java.util.UUID;

/** One point through the versions of its proposal, the earliest first. */
public record PointView(UUID id, UUID proposalId, String label, List<PointStateView> states) {}

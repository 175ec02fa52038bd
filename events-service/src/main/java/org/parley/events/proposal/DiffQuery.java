package org.parley.events.proposal;

import java.time.Instant;
import java.util.UUID;

/** {@code POST /v1/proposal-versions/diff}: two versions of one proposal. */
public record DiffQuery(UUID from, UUID to, Instant knownAt) {}

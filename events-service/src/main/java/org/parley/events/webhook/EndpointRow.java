package org.parley.events.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint as it is stored.
 *
 * @param secret locked; {@code oldSecret} signs too until {@code oldUntil}
 */
record EndpointRow(
        UUID id,
        String owner,
        EndpointWanted wanted,
        String secret,
        String oldSecret,
        Instant oldUntil,
        String state,
        String reason,
        Instant failingSince,
        UUID epoch,
        long xid,
        long seq,
        Instant createdAt,
        int version) {

    boolean isActive() {
        return state.equals("ACTIVE");
    }

    /** The locked secrets that sign now. */
    List<String> secrets(Instant now) {
        return oldSecret != null && now.isBefore(oldUntil) ? List.of(secret, oldSecret) : List.of(secret);
    }
}

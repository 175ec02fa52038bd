package org.parley.events.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this process may try now.
 *
 * @param attempt this attempt's number
 * @param data the event's data as JSON
 * @param until when the claim ends: not to be sent after that
 */
record Claimed(
        long id,
        UUID endpoint,
        UUID eventId,
        String type,
        String subject,
        Instant time,
        String data,
        int attempt,
        Instant until) {}

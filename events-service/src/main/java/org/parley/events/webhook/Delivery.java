package org.parley.events.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event on its way to an endpoint.
 *
 * @param state {@code PENDING}, {@code DELIVERED}, {@code FAILED} (no attempt is left) or {@code DISMISSED} (somebody
 *     has seen the failure)
 * @param nextAttemptAt when it is tried next
 * @param event what is sent, and {@code tried}, what came of each attempt: only where one delivery is asked for
 */
@JsonInclude(Include.NON_NULL)
record Delivery(
        String id,
        UUID eventId,
        String type,
        String subject,
        String state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant endedAt,
        Integer lastStatus,
        String lastError,
        JsonNode event,
        List<Attempt> tried) {

    /**
     * One try.
     *
     * @param millis how long it took
     * @param status the HTTP status of the answer, if there was one
     * @param error why it counts as failed
     * @param answer the answer's beginning
     */
    @JsonInclude(Include.NON_NULL)
    record Attempt(int number, Instant at, int millis, Integer status, String error, String answer) {}
}

package org.parley.events.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint as it is shown.
 *
 * @param state {@code ACTIVE} or {@code DISABLED}; then {@code reason} says why
 * @param failingSince since when nothing has arrived, or null
 * @param cursor up to where the change feed has been turned into deliveries
 * @param pending how many deliveries are still to be tried; {@code failed}: how many have failed and nobody has seen to
 * @param oldSecretUntil until when the former secret signs too
 * @param version counts its changes: the {@code ETag}
 * @param secret only in the answer that made it: what the receiver checks signatures with
 */
@JsonInclude(Include.NON_NULL)
record EndpointView(
        UUID id,
        String url,
        String label,
        List<String> types,
        List<UUID> proposal,
        List<UUID> actor,
        List<UUID> outlet,
        Integer origins,
        String signature,
        String state,
        String reason,
        Instant failingSince,
        String cursor,
        long pending,
        long failed,
        Instant oldSecretUntil,
        Instant createdAt,
        int version,
        String secret) {}

package org.parley.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A key, as far as it is kept and shown: what it may do and until when. Its hash stays in the database.
 *
 * @param expiresAt null if it does not expire
 * @param lastUsedAt when it was last used, to the minute; null if it never was
 * @param costPerMinute what it may ask for in a minute; null for what the installation says
 * @param version counts what people changed of it: the {@code ETag}
 * @param oldTokenUntil how long the text it had before it was rotated stays good; null if it never was rotated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessKey(
        UUID id,
        String label,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt,
        Integer costPerMinute,
        Instant oldTokenUntil,
        int version) {

    boolean goodAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}

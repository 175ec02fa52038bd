package org.parley.events.conflict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A disagreement, as it was found.
 *
 * @param key what contradicts what, so that the same again is known again
 * @param scope what was looked at to find it
 * @param explanation for people; names the evidence
 * @param sortAt when what it is about was said
 */
record Found(
        String key,
        String scope,
        ConflictKind kind,
        ConflictResolution resolution,
        String explanation,
        List<Side> sides,
        UUID utterance,
        UUID proposal,
        UUID speaker,
        Instant sortAt) {

    /**
     * One of those that disagree.
     *
     * @param value what it holds
     * @param evidence what it rests on, at least one
     */
    record Side(String value, List<Evidence> evidence) {}

    /** A reading, assertion or mention of an article; one of the three ids. */
    record Evidence(UUID statement, UUID article, UUID reading, UUID assertion, UUID mention) {

        static Evidence ofReading(UUID statement, UUID article, UUID reading) {
            return new Evidence(statement, article, reading, null, null);
        }
    }
}

package org.parley.gateway.change;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change as the feed of events-service tells it.
 *
 * @param type what happened to what, such as {@code org.parley.statement.added.v1}
 * @param subject the id of the row
 */
record Change(String type, String subject, Data data) {

    /**
     * The row before and after, either of which can be null, and why it changed.
     *
     * @param reason in the words of the service; null for what needs none
     */
    record Data(JsonNode before, JsonNode after, String reason) {}

    private static final String PREFIX = "org.parley.";

    /** Whether it is about a row of that kind, such as {@code statement}. */
    boolean isOf(String kind) {
        return type.startsWith(PREFIX + kind + ".");
    }

    /** What happened, if it is one of the things that are told. */
    ChangeKind kind() {
        String[] parts = type.split("\\.");
        return ChangeKind.of(parts[parts.length - 2]);
    }
}

package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A speaker's mention or a cue.
 *
 * @param start first character, or null: a prediction may give the words alone
 * @param end one past the last character, or null
 * @param text the words, may be empty
 */
record Mention(Integer start, Integer end, String text) {

    /** Null where there is none. */
    static Mention of(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            return null;
        }
        return new Mention(
                number(node.path("start")),
                number(node.path("end")),
                node.path("text").asText(""));
    }

    private static Integer number(JsonNode node) {
        return node.isIntegralNumber() ? node.intValue() : null;
    }

    boolean hasSpan() {
        return start != null && end != null;
    }

    boolean overlaps(Mention other) {
        return Math.min(end, other.end) > Math.max(start, other.start);
    }
}

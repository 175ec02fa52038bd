package org.parley.events.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A change that another service tells of.
 *
 * @param type what happened, such as {@code org.parley.article.stored.v1}
 * @param subject the id of what changed
 * @param data {@code before}, {@code after} and {@code reason}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedEvent(UUID id, String type, String subject, Instant time, JsonNode data) {

    /** The row as it is now, or null. */
    public JsonNode after() {
        return member("after");
    }

    /** The row as it was, or null. */
    public JsonNode before() {
        return member("before");
    }

    public String reason() {
        JsonNode reason = member("reason");
        return reason == null ? null : reason.asText();
    }

    private JsonNode member(String name) {
        return data == null || !data.hasNonNull(name) ? null : data.get(name);
    }
}

package org.parley.kit.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A change as others see it, in the envelope of CloudEvents 1.0.
 *
 * @param specversion always {@code 1.0}
 * @param id stable: a consumer that has seen it drops the repeat
 * @param source the service whose record changed, such as {@code /sources}
 * @param type what happened to what, such as {@code org.parley.article.stored.v1}
 * @param subject the id of the row that changed
 * @param time when the change was recorded
 * @param dataschema where the JSON Schema of {@code data} is, as a path below the public address
 * @param datacontenttype always {@code application/json}
 * @param data the row before and after, and the reason
 */
@JsonInclude(Include.NON_NULL)
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String dataschema,
        String datacontenttype,
        JsonNode data) {

    /** A change in its envelope. */
    public static CloudEvent of(UUID id, String source, String type, String subject, Instant time, JsonNode data) {
        return new CloudEvent(
                "1.0", id, source, type, subject, time, "/docs/events/" + type + ".json", "application/json", data);
    }
}

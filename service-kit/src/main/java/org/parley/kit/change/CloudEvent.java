package org.parley.kit.change;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.UUID;

/**
 * A change as others see it, in the envelope of CloudEvents 1.0: beside the members here it has {@code specversion},
 * {@code dataschema}, a path below the public address, and {@code datacontenttype}.
 *
 * @param id stable: a consumer that has seen it drops the repeat
 * @param source the service whose record changed, such as {@code /sources}
 * @param type what happened to what, such as {@code org.parley.article.stored.v1}
 * @param subject the id of the row that changed
 * @param time when the change was recorded
 * @param data the row before and after, and the reason: JSON as it was written
 */
public record CloudEvent(UUID id, String source, String type, String subject, Instant time, String data) {

    /** The event as JSON. The data is passed on as text: nobody has to parse a page of 500 to send it. */
    @JsonValue
    @JsonRawValue
    public String json() {
        StringBuilder json = new StringBuilder(data.length() + 400);
        write(json);
        return json.toString();
    }

    void write(StringBuilder json) {
        json.append("{\"specversion\":\"1.0\",\"id\":\"")
                .append(id)
                .append("\",\"source\":\"")
                .append(source)
                .append("\",\"type\":\"")
                .append(type)
                .append("\",\"subject\":\"");
        JsonStringEncoder.getInstance().quoteAsString(subject, json);
        json.append("\",\"time\":\"")
                .append(time)
                .append("\",\"dataschema\":\"/docs/events/")
                .append(type)
                .append(".json\",\"datacontenttype\":\"application/json\",\"data\":")
                .append(data)
                .append('}');
    }
}

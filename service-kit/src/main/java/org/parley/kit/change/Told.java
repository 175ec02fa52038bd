package org.parley.kit.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.jackson.DatabindCodec;
import java.util.Set;
import java.util.UUID;

/** A change and how it is written to a stream of events, made once for all who read it. */
record Told(ChangeRow row, Set<UUID> about, Buffer frame) {

    static Told of(ChangeRow row, ChangeFeed feed) {
        try {
            String event = DatabindCodec.mapper().writeValueAsString(row.event());
            // JSON on one line: a line break would end the field.
            String line = event.replace("\r", " ").replace("\n", " ");
            return new Told(
                    row, row.ids(), Buffer.buffer("id: " + feed.cursor(row.place()) + "\ndata: " + line + "\n\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written as JSON", e);
        }
    }
}

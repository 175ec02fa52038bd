package org.parley.kit.change;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import java.util.UUID;

/** A change and how it is written to a stream of events, made once for all who read it. */
record Told(ChangeRow row, Set<UUID> about, Buffer frame) {

    static Told of(ChangeRow row, ChangeFeed feed) {
        // JSON on one line: a line break would end the field.
        String line = row.event().json().replace('\r', ' ').replace('\n', ' ');
        return new Told(row, row.ids(), Buffer.buffer("id: " + feed.cursor(row.place()) + "\ndata: " + line + "\n\n"));
    }
}

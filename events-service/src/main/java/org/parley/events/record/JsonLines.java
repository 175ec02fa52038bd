package org.parley.events.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes objects one a line, each as soon as it is read. */
final class JsonLines {

    private final ObjectWriter writer;

    JsonLines(ObjectMapper json) {
        this.writer = json.writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    void write(Iterator<?> all, OutputStream out) throws IOException {
        while (all.hasNext()) {
            writer.writeValue(out, all.next());
            out.write('\n');
        }
    }
}

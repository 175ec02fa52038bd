package org.parley.events.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;

/** The statements of the present record, one a line. */
@Path("/v1/statements/export")
@RolesAllowed("read")
class StatementExport {

    private final LongRead reading;
    private final Statements statements;
    private final ObjectWriter writer;

    StatementExport(LongRead reading, Statements statements, ObjectMapper json) {
        this.reading = reading;
        this.statements = statements;
        this.writer = json.writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(summary = "Every statement of the present record, one JSON object a line, in no order")
    public StreamingOutput export() {
        return out -> reading.of(handle -> {
            try (var all = statements.all(handle)) {
                write(all.iterator(), out);
            }
        });
    }

    private void write(Iterator<StatementView> all, OutputStream out) throws IOException {
        while (all.hasNext()) {
            writer.writeValue(out, all.next());
            out.write('\n');
        }
    }
}

package org.parley.events.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.statement.Statements;

/** The statements of the present record, one a line. */
@Path("/v1/statements/export")
@RolesAllowed("read")
class StatementExport {

    private final LongRead reading;
    private final Statements statements;
    private final JsonLines lines;

    StatementExport(LongRead reading, Statements statements, ObjectMapper json) {
        this.reading = reading;
        this.statements = statements;
        this.lines = new JsonLines(json);
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(summary = "Every statement of the present record, one JSON object a line, in no order")
    public StreamingOutput export() {
        return out -> reading.of(handle -> {
            try (var all = statements.all(handle)) {
                lines.write(all.iterator(), out);
            }
        });
    }
}

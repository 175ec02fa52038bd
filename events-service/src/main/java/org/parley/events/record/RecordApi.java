package org.parley.events.record;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The whole record in the one form that is scored against annotated articles: each article version is an article, a
 * statement stands once for each version, each proposal version is a proposal.
 */
@Path("/v1/record")
@RolesAllowed("read")
class RecordApi {

    private final LongRead reading;
    private final ObjectWriter writer;

    RecordApi(LongRead reading, ObjectMapper json) {
        this.reading = reading;
        this.writer = json.copy().setSerializationInclusion(Include.NON_NULL).writer();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Articles, statements, proposals and links of everything stored, as one JSON object")
    public StreamingOutput record() {
        return out -> reading.of(handle -> {
            JsonGenerator to = writer.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            list(to, "articles", RecordRows.articles(handle));
            list(to, "statements", RecordRows.statements(handle));
            list(to, "proposals", RecordRows.proposals(handle));
            list(to, "links", RecordRows.links(handle));
            to.writeEndObject();
            to.flush();
        });
    }

    private void list(JsonGenerator to, String name, Stream<?> rows) throws IOException {
        to.writeArrayFieldStart(name);
        try (rows) {
            for (Iterator<?> each = rows.iterator(); each.hasNext(); ) {
                writer.writeValue(to, each.next());
            }
        }
        to.writeEndArray();
    }
}

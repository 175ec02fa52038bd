package org.parley.events.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.parley.events.sources.SourcesApi;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;

/** The statements of the present record as W3C Web Annotations, one a line. */
@Path("/v1/statements/annotations")
@RolesAllowed("read")
class AnnotationExport {

    private final LongRead reading;
    private final Statements statements;
    private final SourcesApi sources;
    private final JsonLines lines;

    AnnotationExport(LongRead reading, Statements statements, @RestClient SourcesApi sources, ObjectMapper json) {
        this.reading = reading;
        this.statements = statements;
        this.sources = sources;
        this.lines = new JsonLines(json);
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Every statement of the present record as a W3C Web Annotation, one a line, in no order",
            description = "Positions count code points of the article's text, as the Web Annotation model has them.")
    public StreamingOutput export() {
        return out -> reading.of(handle -> {
            Map<String, CodePoints> texts = new HashMap<>();
            try (var all = statements.all(handle)) {
                lines.write(
                        all.map(statement -> Annotation.of(statement, points(statement, texts)))
                                .iterator(),
                        out);
            }
        });
    }

    /** Texts are with sources-service; of each only the places of its rare long characters are kept. */
    private CodePoints points(StatementView statement, Map<String, CodePoints> texts) {
        return texts.computeIfAbsent(
                statement.articleId() + " " + statement.articleVersion(),
                absent -> CodePoints.of(sources.version(statement.articleId(), statement.articleVersion())
                        .text()));
    }
}

package org.parley.events.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.parley.events.sources.SourcesApi;
import org.parley.events.statement.StatementView;

/** The statements of the present record as W3C Web Annotations, one a line. */
@Path("/v1/statements/annotations")
@RolesAllowed("read")
class AnnotationExport {

    private final StatementLines lines;
    private final SourcesApi sources;

    AnnotationExport(StatementLines lines, @RestClient SourcesApi sources) {
        this.lines = lines;
        this.sources = sources;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Every statement of the record as a W3C Web Annotation, one a line, in the order of ids",
            description =
                    "Positions count code points of the article's text, as the Web Annotation model has them. after and"
                            + " knownAt as for every export.")
    public Response export(@QueryParam("after") String after, @QueryParam("knownAt") String knownAt) {
        Map<String, CodePoints> texts = new HashMap<>();
        return lines.of(after, knownAt, statement -> Annotation.of(statement, points(statement, texts)));
    }

    /** Texts are with sources-service; of each only the places of its rare long characters are kept. */
    private CodePoints points(StatementView statement, Map<String, CodePoints> texts) {
        return texts.computeIfAbsent(
                statement.articleId() + " " + statement.articleVersion(),
                absent -> CodePoints.of(sources.version(statement.articleId(), statement.articleVersion())
                        .text()));
    }
}

package org.parley.sources.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes many articles, one JSON object a line, and tells the fate of each as it goes. */
@Path("/v1/articles/bulk")
class BulkApi {

    private final ArticleIntake intake;
    private final ObjectMapper json;

    BulkApi(ArticleIntake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Produces("application/x-ndjson")
    @RolesAllowed("admin")
    @Operation(
            summary = "Store articles, one JSON object a line; the answer has a row for each line",
            description = "Read the answer while you send: it streams. A broken line refuses only itself.")
    public StreamingOutput bulk(InputStream body, @QueryParam("file") String file) {
        return answer -> new BulkImport(intake, json, file, answer).run(body);
    }
}

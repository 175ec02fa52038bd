package org.parley.sources.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.sources.audit.Audit;

/** Takes many articles, one JSON object a line, and tells the fate of each as it goes. */
@Path("/v1/articles/bulk")
class BulkApi {

    private final ArticleIntake intake;
    private final ArticleSubmission submission;
    private final Audit audit;
    private final ObjectMapper json;

    BulkApi(ArticleIntake intake, ArticleSubmission submission, Audit audit, ObjectMapper json) {
        this.intake = intake;
        this.submission = submission;
        this.audit = audit;
        this.json = json;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Produces("application/x-ndjson")
    @RolesAllowed("admin")
    @Operation(
            summary = "Store articles, one JSON object a line; the answer has a row for each line",
            description =
                    "The answer streams while you send; read it meanwhile or afterwards. A broken line refuses only itself.")
    public StreamingOutput bulk(InputStream body, @QueryParam("file") String file) {
        // Noted before the first line is stored, so that an import that breaks off is on record too.
        QuarkusTransaction.requiringNew()
                .run(() ->
                        audit.note("article.bulk", "import", null, null, file == null ? null : Map.of("file", file)));
        return answer -> new BulkImport(intake, submission, json, file, answer).run(body);
    }
}

package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.extraction.text.Region;

/** Shows what would be kept of an article, and keeps nothing: the text that is taken out of a page above all. */
@Path("/v1/articles/preview")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class PreviewApi {

    private final ArticleSubmission submission;

    PreviewApi(ArticleSubmission submission) {
        this.submission = submission;
    }

    /**
     * An article as it would be stored.
     *
     * @param url canonical
     * @param regions the marked parts of the text, in order, in UTF-16 code units
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(
            String url,
            String outlet,
            String headline,
            String byline,
            Instant published,
            String language,
            String text,
            List<Region> regions) {

        static Preview of(ArticleDraft draft) {
            return new Preview(
                    draft.url(),
                    draft.outlet(),
                    draft.headline(),
                    draft.byline(),
                    draft.published(),
                    draft.language(),
                    draft.text(),
                    draft.regions());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What would be kept of an article: as for storing it, with text, html, or a url that is fetched",
            description =
                    "Nothing is stored. The text can be sent to /v1/extractions, which says what would be read in it.")
    public Preview preview(InputStream body) throws IOException {
        byte[] bytes = SubmitApi.read(body);
        ArticleInput input = ArticleJson.read(Bytes.decoded(bytes, UTF_8));
        return Preview.of(submission.draft(input, null, new ArticleDraft.Raw(MediaType.APPLICATION_JSON, bytes)));
    }
}

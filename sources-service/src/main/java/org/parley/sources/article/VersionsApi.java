package org.parley.sources.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.page.Batch;
import org.parley.kit.problem.ProblemException;

/** Reads of article versions. */
@Path("/v1/article-versions")
@RolesAllowed("read")
class VersionsApi {

    private final ArticleReads reads;

    VersionsApi(ArticleReads reads) {
        this.reads = reads;
    }

    record IdsAsked(List<UUID> ids, Boolean text) {}

    @GET
    @Path("/{article}/{number}")
    @Operation(summary = "One version with its text")
    public VersionView version(@PathParam("article") String article, @PathParam("number") String number) {
        VersionView version = article.length() == 36 && number.matches("\\d{1,9}")
                ? reads.version(ArticleStates.id(article), Integer.parseInt(number))
                : null;
        if (version == null) {
            throw ProblemException.notFound("No article has this version.");
        }
        return version;
    }

    @POST
    @Path("/by-ids")
    @Operation(
            summary =
                    "Versions by id, in the order asked for, null where there is none; with text unless text is false")
    public Batch<VersionView> byIds(IdsAsked asked) {
        List<UUID> ids = Batch.checked(ArticlesApi.given(asked).ids());
        return Batch.of(ids, reads.versionsByIds(ids, !Boolean.FALSE.equals(asked.text())));
    }
}

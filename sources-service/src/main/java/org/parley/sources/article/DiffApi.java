package org.parley.sources.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ProblemException;

/** Shows what changed from one version of an article to another. */
@Path("/v1/articles")
@RolesAllowed("read")
class DiffApi {

    private final ArticleReads reads;

    DiffApi(ArticleReads reads) {
        this.reads = reads;
    }

    record Diff(int from, int to, List<VersionDiff.Piece> pieces) {}

    @GET
    @Path("/{id}/diff")
    @Operation(summary = "What changed between two versions, word by word")
    public Diff diff(@PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        UUID article = ArticleStates.id(id);
        int before = number("from", from);
        int after = number("to", to);
        return new Diff(before, after, VersionDiff.of(text(article, before), text(article, after)));
    }

    private String text(UUID article, int number) {
        VersionView version = reads.version(article, number);
        if (version == null) {
            throw ProblemException.notFound("The article has no version " + number + ".");
        }
        return version.text();
    }

    private static int number(String field, String text) {
        if (text == null || !text.matches("\\d{1,9}")) {
            throw ProblemException.badInput(field, "has to be the number of a version");
        }
        return Integer.parseInt(text);
    }
}

package org.parley.sources.article;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.audit.Audit;

/** Takes an article back: it stays, with its versions, but no longer stands. */
@Path("/v1/articles")
class Retraction {

    private static final int LONGEST_REASON = 2_000;

    private final ArticleStates states;
    private final Audit audit;

    Retraction(ArticleStates states, Audit audit) {
        this.states = states;
        this.audit = audit;
    }

    record Asked(String reason) {}

    @POST
    @Path("/{id}/retract")
    @RolesAllowed("admin")
    @Operation(
            summary = "Take an article back, for a reason",
            description = "The article and its versions are kept. Retracting it again changes nothing.")
    public ArticleView retract(@PathParam("id") String id, Asked asked) {
        String reason = ArticleCheck.line("reason", ArticlesApi.given(asked).reason(), LONGEST_REASON);
        if (reason == null) {
            throw ProblemException.badInput("reason", "is missing: say why the article is taken back");
        }
        UUID article = ArticleStates.id(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            var change = states.change(article, "RETRACTED", reason, "RETRACTION");
            audit.note("article.retract", "article", article, change.before(), change.after());
            return change.after();
        });
    }
}

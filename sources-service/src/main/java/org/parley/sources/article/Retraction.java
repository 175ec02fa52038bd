package org.parley.sources.article;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.sources.audit.Audit;

/** Takes an article back: it stays, with its versions, but no longer stands. */
@Path("/v1/articles")
class Retraction {

    private static final int LONGEST_REASON = 2_000;

    private final ArticleStates states;
    private final Audit audit;
    private final Idempotency idempotency;

    Retraction(ArticleStates states, Audit audit, Idempotency idempotency) {
        this.states = states;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record Asked(String reason) {}

    @POST
    @Path("/{id}/retract")
    @RolesAllowed("admin")
    @Operation(
            summary = "Take an article back, for a reason",
            description = "The article and its versions are kept. Retracting it again changes nothing.")
    public Response retract(@PathParam("id") String id, Asked asked, @HeaderParam(Idempotency.KEY) String key) {
        String reason = ArticleCheck.line("reason", ArticlesApi.given(asked).reason(), LONGEST_REASON);
        if (reason == null) {
            throw ProblemException.badInput("reason", "is missing: say why the article is taken back");
        }
        UUID article = ArticleStates.id(id);
        return idempotency.once(
                key, "article.retract", List.of(article, reason), () -> Done.of(retracted(article, reason)));
    }

    private ArticleView retracted(UUID article, String reason) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var change = states.change(article, "RETRACTED", reason, "RETRACTION");
            audit.note("article.retract", "article", article, change.before(), change.after());
            return change.after();
        });
    }
}

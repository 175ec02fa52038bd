package org.parley.events.review;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.page.Page;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;

/** What is doubtful, for people to decide. */
@Path("/v1/review")
@RolesAllowed("review")
class ReviewApi {

    private final ReviewReads reads;
    private final Decisions decisions;
    private final PointedWords words;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    ReviewApi(
            ReviewReads reads,
            Decisions decisions,
            PointedWords words,
            Idempotency idempotency,
            SecurityIdentity identity) {
        this.reads = reads;
        this.decisions = decisions;
        this.words = words;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @POST
    @Path("/query")
    @Operation(summary = "Doubtful rows, the least sure first")
    public Page<ReviewItemView> query(ReviewQuery query) {
        return reads.queue(Body.given(query));
    }

    @POST
    @Path("/decisions")
    @Operation(
            summary = "Decide about a row, or whether two are the same",
            description = "A row that has gone answers 409 with the id to use instead, where there is one.")
    public Response decide(DecisionAsked asked, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(
                key,
                "review.decide",
                Body.given(asked),
                () -> Done.of(decisions.decide(
                        words.taken(asked.checked()), identity.getPrincipal().getName())));
    }

    @POST
    @Path("/decisions/{id}/undo")
    @Operation(summary = "Take a decision back")
    public Response undo(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(
                key,
                "review.undo",
                id,
                () -> Done.of(decisions.undo(id, identity.getPrincipal().getName())));
    }

    @POST
    @Path("/decisions/query")
    @Operation(summary = "What was decided, by whom and when, latest first; what was undone too")
    public Page<DecisionView> decided(ReviewQuery query) {
        return reads.decisions(Body.given(query));
    }
}

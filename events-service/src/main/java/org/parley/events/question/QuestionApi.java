package org.parley.events.question;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.repeat.IfMatch;
import org.parley.kit.token.Owner;

/** Questions that are stored, so that what answers them comes by itself. */
@Path("/v1/questions")
@RolesAllowed({"partner", "admin"})
class QuestionApi {

    private final Questions questions;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    QuestionApi(Questions questions, Idempotency idempotency, SecurityIdentity identity) {
        this.questions = questions;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    record Listed(List<Question> items) {}

    @POST
    @Operation(summary = "Store a question; it has a feed of its own, and webhooks can be made of it")
    public Response store(QuestionAsked asked, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "question.store", Body.given(asked), () -> {
            Question stored = questions.store(identity.getPrincipal().getName(), asked);
            return Done.made("/v1/questions/" + stored.id(), stored).at(Question.VERSION);
        });
    }

    @GET
    @Operation(summary = "Your questions, newest first; an administrator sees everybody's")
    public Listed list() {
        return new Listed(questions.of(Owner.of(identity)));
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(questions.get(Owner.of(identity), id))
                .tag(Integer.toString(Question.VERSION))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget a question; webhooks made of it stay")
    public Response delete(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "question.delete", id, () -> {
            questions.delete(Owner.of(identity), id, ifMatch);
            return Done.gone();
        });
    }
}

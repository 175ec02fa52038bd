package org.parley.events.question;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;

/** Questions that are stored, so that what answers them comes by itself. */
@Path("/v1/questions")
@RolesAllowed({"partner", "admin"})
class QuestionApi {

    private final Questions questions;
    private final SecurityIdentity identity;

    QuestionApi(Questions questions, SecurityIdentity identity) {
        this.questions = questions;
        this.identity = identity;
    }

    record Listed(List<Question> items) {}

    @POST
    @Operation(summary = "Store a question; it has a feed of its own, and webhooks can be made of it")
    public Response store(QuestionAsked asked) {
        Question stored = questions.store(identity.getPrincipal().getName(), Body.given(asked));
        return Response.created(URI.create("/v1/questions/" + stored.id()))
                .entity(stored)
                .build();
    }

    @GET
    @Operation(summary = "Your questions, newest first; an administrator sees everybody's")
    public Listed list() {
        return new Listed(questions.of(owner(identity)));
    }

    @GET
    @Path("/{id}")
    public Question get(@PathParam("id") UUID id) {
        return questions.get(owner(identity), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget a question; webhooks made of it stay")
    public void delete(@PathParam("id") UUID id) {
        questions.delete(owner(identity), id);
    }

    /** Whose questions the caller may see; null for everybody's. */
    static String owner(SecurityIdentity identity) {
        return identity.hasRole("admin") ? null : identity.getPrincipal().getName();
    }
}

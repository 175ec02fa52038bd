package org.parley.events.merge;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;

/** Takes a merge back. */
@Path("/v1/actors/{id}/unmerge")
@RolesAllowed("admin")
class UnmergeApi {

    private final ActorMerges merges;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    UnmergeApi(ActorMerges merges, Idempotency idempotency, SecurityIdentity identity) {
        this.merges = merges;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @POST
    @Operation(summary = "Let an actor that was merged stand alone again")
    public Response unmerge(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(
                key,
                "actor.unmerge",
                id,
                () -> Done.of(merges.unmerge(id, identity.getPrincipal().getName())));
    }
}

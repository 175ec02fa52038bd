package org.parley.events.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.actor.ActorView;

/** Takes a merge back. */
@Path("/v1/actors/{id}/unmerge")
@RolesAllowed("admin")
class UnmergeApi {

    private final ActorMerges merges;

    UnmergeApi(ActorMerges merges) {
        this.merges = merges;
    }

    @POST
    @Operation(summary = "Let an actor that was merged stand alone again")
    public ActorView unmerge(@PathParam("id") UUID id) {
        return merges.unmerge(id);
    }
}

package org.parley.events.actor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.page.Page;

/** Actors for the gateway. */
@Path("/v1/actors")
@RolesAllowed("read")
class ActorApi {

    private final Actors actors;

    ActorApi(Actors actors) {
        this.actors = actors;
    }

    @POST
    @Path("/query")
    @Operation(summary = "Actors that fit a filter, by name")
    public Page<ActorView> query(ActorsQuery query) {
        return actors.query(Body.given(query));
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Actors by id; a merged one is answered with what it was merged into")
    public ByIds.Items<ActorView> byIds(ByIds query) {
        return new ByIds.Items<>(actors.byIds(Body.given(query).checked().ids(), query.knownAt()));
    }
}

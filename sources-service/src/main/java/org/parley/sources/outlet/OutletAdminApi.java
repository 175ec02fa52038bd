package org.parley.sources.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.sources.audit.Patch;

/** What admins do with outlets. */
@Path("/v1/outlets")
@RolesAllowed("admin")
class OutletAdminApi {

    private final OutletEdits edits;

    OutletAdminApi(OutletEdits edits) {
        this.edits = edits;
    }

    @POST
    @Operation(summary = "Add an outlet: name, and what is known of homepage, kind, country, timeZone, cleaning")
    public Response create(OutletInput input) {
        return Response.status(201).entity(edits.create(Patch.given(input))).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("read")
    @Operation(summary = "An outlet")
    public OutletView get(@PathParam("id") String id) {
        return edits.get(id).view();
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change the members that are given; null clears one")
    public OutletView change(@PathParam("id") String id, JsonNode patch) {
        return edits.change(id, patch);
    }

    @POST
    @Path("/{id}/retire")
    @Operation(summary = "Stop polling its feeds; its articles stay")
    public OutletView retire(@PathParam("id") String id) {
        return edits.state(id, "RETIRED", "outlet.retire");
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Make a retired outlet active again")
    public OutletView resume(@PathParam("id") String id) {
        return edits.state(id, "ACTIVE", "outlet.resume");
    }
}

package org.parley.sources.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.repeat.IfMatch;
import org.parley.sources.audit.Patch;

/** What admins do with outlets. */
@Path("/v1/outlets")
@RolesAllowed("admin")
class OutletAdminApi {

    private final OutletEdits edits;
    private final Idempotency idempotency;

    OutletAdminApi(OutletEdits edits, Idempotency idempotency) {
        this.edits = edits;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Add an outlet: name, and what is known of homepage, kind, country, timeZone, cleaning")
    public Response create(OutletInput input, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "outlet.create", Patch.given(input), () -> {
            OutletView made = edits.create(input);
            return Done.made("/v1/outlets/" + made.id(), made).at(made.version());
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("read")
    @Operation(summary = "An outlet")
    public Response get(@PathParam("id") String id) {
        OutletView outlet = edits.get(id).view();
        return Response.ok(outlet).tag(Integer.toString(outlet.version())).build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change the members that are given; null clears one",
            description = "With If-Match it is refused (412, CONFLICT) unless the outlet is at that version.")
    public Response change(
            @PathParam("id") String id,
            JsonNode patch,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return edited(key, "outlet.change", id, patch, () -> edits.change(id, patch, ifMatch));
    }

    @POST
    @Path("/{id}/retire")
    @Operation(summary = "Stop polling its feeds; its articles stay")
    public Response retire(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return edited(key, "outlet.retire", id, null, () -> edits.state(id, "RETIRED", "outlet.retire", ifMatch));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Make a retired outlet active again")
    public Response resume(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return edited(key, "outlet.resume", id, null, () -> edits.state(id, "ACTIVE", "outlet.resume", ifMatch));
    }

    private Response edited(String key, String action, String id, JsonNode asked, Supplier<OutletView> edit) {
        Response answer = idempotency.once(key, action, Arrays.asList(id, asked), () -> {
            OutletView outlet = edit.get();
            return Done.of(outlet).at(outlet.version());
        });
        edits.forget();
        return answer;
    }
}

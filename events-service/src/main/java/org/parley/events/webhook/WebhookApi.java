package org.parley.events.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.problem.ProblemException;

/** Where a partner's events are sent to. */
@Path("/v1/webhooks")
@RolesAllowed({"partner", "admin"})
class WebhookApi {

    private static final int LONGEST_OVERLAP_HOURS = 168;
    private static final int OVERLAP_HOURS = 24;

    private final Endpoints endpoints;
    private final SecurityIdentity identity;

    WebhookApi(Endpoints endpoints, SecurityIdentity identity) {
        this.endpoints = endpoints;
        this.identity = identity;
    }

    /** Endpoints of one caller, or of everybody. */
    record Listed(List<EndpointView> items) {}

    @POST
    @Operation(summary = "A new endpoint; the answer is the only one that holds its secret")
    public Response create(EndpointWanted wanted) {
        EndpointView made = endpoints.create(identity.getPrincipal().getName(), Body.given(wanted));
        return Response.created(URI.create("/v1/webhooks/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(summary = "Your endpoints, newest first; an administrator sees everybody's")
    public Listed list() {
        return new Listed(endpoints.of(owner(identity)));
    }

    @GET
    @Path("/{id}")
    public EndpointView get(@PathParam("id") UUID id) {
        return endpoints.get(owner(identity), id);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change the members given; null clears one")
    public EndpointView change(@PathParam("id") UUID id, ObjectNode patch) {
        return endpoints.change(owner(identity), id, Body.given(patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an endpoint and its log")
    public void delete(@PathParam("id") UUID id) {
        endpoints.delete(owner(identity), id);
    }

    @POST
    @Path("/{id}/disable")
    public EndpointView disable(@PathParam("id") UUID id) {
        return endpoints.state(owner(identity), id, false);
    }

    @POST
    @Path("/{id}/enable")
    @Operation(summary = "Go on, from where it stopped")
    public EndpointView enable(@PathParam("id") UUID id) {
        return endpoints.state(owner(identity), id, true);
    }

    /** @param overlapHours how long the old secret signs too, 24 if not given */
    record Rotation(String secret, Integer overlapHours) {}

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "A new secret; for a time the old one signs too")
    public EndpointView rotate(@PathParam("id") UUID id, Rotation wanted) {
        int hours = wanted == null || wanted.overlapHours() == null ? OVERLAP_HOURS : wanted.overlapHours();
        if (hours < 0 || hours > LONGEST_OVERLAP_HOURS) {
            throw ProblemException.badInput("overlapHours", "has to be 0 to " + LONGEST_OVERLAP_HOURS);
        }
        return endpoints.rotate(owner(identity), id, wanted == null ? null : wanted.secret(), Duration.ofHours(hours));
    }

    /** Whose endpoints the caller may see; null for everybody's. */
    static String owner(SecurityIdentity identity) {
        return identity.hasRole("admin") ? null : identity.getPrincipal().getName();
    }
}

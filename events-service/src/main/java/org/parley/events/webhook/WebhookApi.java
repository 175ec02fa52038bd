package org.parley.events.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.repeat.IfMatch;
import org.parley.kit.token.Owner;

/** Where a partner's events are sent to. */
@Path("/v1/webhooks")
@RolesAllowed({"partner", "admin"})
class WebhookApi {

    private static final int LONGEST_OVERLAP_HOURS = 168;
    private static final int OVERLAP_HOURS = 24;

    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    WebhookApi(Endpoints endpoints, Idempotency idempotency, SecurityIdentity identity) {
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    /** Endpoints of one caller, or of everybody. */
    record Listed(List<EndpointView> items) {}

    @POST
    @Operation(summary = "A new endpoint; the answer is the only one that holds its secret")
    public Response create(EndpointWanted wanted, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "webhook.create", Body.given(wanted), () -> {
            EndpointView made = endpoints.create(identity.getPrincipal().getName(), wanted);
            return Done.made("/v1/webhooks/" + made.id(), made).at(made.version());
        });
    }

    @GET
    @Operation(summary = "Your endpoints, newest first; an administrator sees everybody's")
    public Listed list() {
        return new Listed(endpoints.of(Owner.of(identity)));
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        EndpointView endpoint = endpoints.get(Owner.of(identity), id);
        return Response.ok(endpoint).tag(Integer.toString(endpoint.version())).build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change the members given; null clears one")
    public Response change(
            @PathParam("id") UUID id,
            ObjectNode patch,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return once(
                key, "change", id, Body.given(patch), () -> endpoints.change(Owner.of(identity), id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an endpoint and its log")
    public Response delete(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "webhook.delete", id, () -> {
            endpoints.delete(Owner.of(identity), id, ifMatch);
            return Done.gone();
        });
    }

    @POST
    @Path("/{id}/disable")
    @Operation(summary = "Send nothing to it until it is enabled again")
    public Response disable(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return once(key, "disable", id, null, () -> endpoints.state(Owner.of(identity), id, ifMatch, false));
    }

    @POST
    @Path("/{id}/enable")
    @Operation(summary = "Go on, from where it stopped")
    public Response enable(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return once(key, "enable", id, null, () -> endpoints.state(Owner.of(identity), id, ifMatch, true));
    }

    /** @param overlapHours how long the old secret signs too, 24 if not given */
    record Rotation(String secret, Integer overlapHours) {}

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "A new secret; for a time the old one signs too")
    public Response rotate(
            @PathParam("id") UUID id,
            Rotation wanted,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        int hours = wanted == null || wanted.overlapHours() == null ? OVERLAP_HOURS : wanted.overlapHours();
        if (hours < 0 || hours > LONGEST_OVERLAP_HOURS) {
            throw ProblemException.badInput("overlapHours", "has to be 0 to " + LONGEST_OVERLAP_HOURS);
        }
        String secret = wanted == null ? null : wanted.secret();
        return once(
                key,
                "rotate",
                id,
                wanted,
                () -> endpoints.rotate(Owner.of(identity), id, ifMatch, secret, Duration.ofHours(hours)));
    }

    private Response once(String key, String act, UUID id, Object asked, Supplier<EndpointView> work) {
        return idempotency.once(key, "webhook." + act, Arrays.asList(id, asked), () -> {
            EndpointView endpoint = work.get();
            return Done.of(endpoint).at(endpoint.version());
        });
    }
}

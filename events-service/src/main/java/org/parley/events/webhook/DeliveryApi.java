package org.parley.events.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.table.Body;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.token.Owner;

/** What was sent to an endpoint and what came of it; sending again; trying an endpoint out. */
@Path("/v1/webhooks/{id}")
@RolesAllowed({"partner", "admin"})
class DeliveryApi {

    private static final Set<String> STATES = Set.of("PENDING", "DELIVERED", "FAILED", "DISMISSED");

    private final Jdbi jdbi;
    private final DeliveryLog log;
    private final Ping ping;
    private final Replay replay;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    DeliveryApi(
            Jdbi jdbi, DeliveryLog log, Ping ping, Replay replay, Idempotency idempotency, SecurityIdentity identity) {
        this.jdbi = jdbi;
        this.log = log;
        this.ping = ping;
        this.replay = replay;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "The delivery log, newest first")
    public Page<Delivery> list(
            @PathParam("id") UUID id,
            @QueryParam("state") List<String> states,
            @QueryParam("type") String type,
            @QueryParam("first") Integer first,
            @QueryParam("last") Integer last,
            @QueryParam("after") String after,
            @QueryParam("before") String before) {
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw ProblemException.badInput("state", "has to be PENDING, DELIVERED, FAILED or DISMISSED");
            }
        }
        mine(id);
        return log.list(id, states, type, Paging.of(first, last, after, before, null));
    }

    @GET
    @Path("/deliveries/{delivery}")
    @Operation(summary = "A delivery with the event and every attempt")
    public Delivery get(@PathParam("id") UUID id, @PathParam("delivery") String delivery) {
        mine(id);
        return log.get(id, delivery);
    }

    @POST
    @Path("/deliveries/{delivery}/resend")
    @Operation(summary = "Send it once more, with the same webhook-id")
    public Response resend(
            @PathParam("id") UUID id,
            @PathParam("delivery") String delivery,
            @HeaderParam(Idempotency.KEY) String key) {
        return once(key, "resend", id, delivery, handle -> log.resend(handle, id, delivery));
    }

    @POST
    @Path("/deliveries/{delivery}/dismiss")
    @Operation(summary = "Say that a failure was seen to, so that the log may forget it in its time")
    public Response dismiss(
            @PathParam("id") UUID id,
            @PathParam("delivery") String delivery,
            @HeaderParam(Idempotency.KEY) String key) {
        return once(key, "dismiss", id, delivery, handle -> log.dismiss(handle, id, delivery));
    }

    private Response once(String key, String act, UUID id, Object asked, Function<Handle, Object> work) {
        mine(id);
        return idempotency.once(
                key,
                "delivery." + act,
                List.of(id, asked),
                () -> Done.of(QuarkusTransaction.joiningExisting().call(() -> jdbi.withHandle(work::apply))));
    }

    /** @param after the cursor of the change feed behind which everything is sent again */
    record From(String after) {}

    @POST
    @Path("/replay")
    @Operation(summary = "Send everything behind a cursor of the change feed again")
    public Response replay(@PathParam("id") UUID id, From from, @HeaderParam(Idempotency.KEY) String key) {
        return once(key, "replay", id, Body.given(from), handle -> replay.from(handle, id, from.after()));
    }

    @POST
    @Path("/ping")
    @Operation(summary = "Send an event for trying out, now, and say what came of it")
    public Delivery ping(@PathParam("id") UUID id) {
        return ping.send(jdbi.withHandle(handle -> Endpoints.mine(handle, Owner.of(identity), id, false)));
    }

    private void mine(UUID id) {
        jdbi.useHandle(handle -> Endpoints.mine(handle, Owner.of(identity), id, false));
    }
}

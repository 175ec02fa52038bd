package org.parley.sources.feed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.repeat.IfMatch;
import org.parley.sources.audit.Patch;

/** What admins do with feeds. */
@Path("/v1/feeds")
@RolesAllowed("admin")
class FeedsApi {

    private final FeedEdits edits;
    private final PollNow now;
    private final Idempotency idempotency;

    FeedsApi(FeedEdits edits, PollNow now, Idempotency idempotency) {
        this.edits = edits;
        this.now = now;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Add a feed of an outlet; it is polled at once")
    public Response create(FeedInput input, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "feed.create", Patch.given(input), () -> {
            FeedView made = edits.create(input);
            return Done.made("/v1/feeds/" + made.id(), made).at(made.version());
        });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A feed")
    public Response get(@PathParam("id") String id) {
        FeedView feed = edits.get(id).view();
        return Response.ok(feed).tag(Integer.toString(feed.version())).build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change the members that are given; null puts one back to its usual value",
            description = "With If-Match it is refused (412, CONFLICT) unless the feed is at that version.")
    public Response change(
            @PathParam("id") String id,
            JsonNode patch,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return edited(key, "feed.change", id, patch, () -> edits.change(id, patch, ifMatch));
    }

    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Stop polling it for now")
    public Response pause(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return state(key, id, Feed.State.PAUSED, "feed.pause", ifMatch);
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Poll it again, at once")
    public Response resume(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return state(key, id, Feed.State.ACTIVE, "feed.resume", ifMatch);
    }

    @POST
    @Path("/{id}/retire")
    @Operation(summary = "Stop polling it for good; its address becomes free, its articles stay")
    public Response retire(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return state(key, id, Feed.State.RETIRED, "feed.retire", ifMatch);
    }

    @POST
    @Path("/{id}/poll")
    @Operation(summary = "Poll it now, store what is new and tell what became of it")
    public PollNow.Polled poll(@PathParam("id") String id) {
        return now.poll(id);
    }

    @POST
    @Path("/{id}/backfill")
    @Operation(summary = "Read all of it again and follow it to its older pages, where it has any")
    public PollNow.Polled backfill(@PathParam("id") String id, @QueryParam("pages") Integer pages) {
        if (pages != null && (pages < 1 || pages > 50)) {
            throw ProblemException.badInput("pages", "has to be between 1 and 50");
        }
        return now.backfill(id, pages == null ? 10 : pages);
    }

    record Tested(String url) {}

    @POST
    @Path("/test")
    @Operation(summary = "Read an address as a feed and tell what is found; nothing is stored")
    public PollNow.Found test(Tested asked) {
        return now.test(Patch.given(asked).url());
    }

    private Response state(String key, String id, Feed.State state, String action, String ifMatch) {
        return edited(key, action, id, null, () -> edits.state(id, state, action, ifMatch));
    }

    private Response edited(String key, String action, String id, JsonNode asked, Supplier<FeedView> edit) {
        return idempotency.once(key, action, Arrays.asList(id, asked), () -> {
            FeedView feed = edit.get();
            return Done.of(feed).at(feed.version());
        });
    }
}

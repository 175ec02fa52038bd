package org.parley.gateway.feed;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Sources;

/** Feeds, for administrators. */
@GraphQLApi
public class FeedApi {

    private final Sources sources;

    FeedApi(Sources sources) {
        this.sources = sources;
    }

    @Query
    @RolesAllowed("admin")
    @Description("Feeds. Needs the scope admin.")
    public CompletionStage<FeedConnection> feeds(
            @Description("Only what fits.") FeedFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, request.selects("totalCount"));
        var query = new Ask.Query<>(FeedFilter.forService(filter), null, paging);
        return sources.ask(request.caller(), (client, token) -> client.feeds(token, query))
                .thenApply(FeedConnection::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Has a feed read from now on.")
    public CompletionStage<FeedPayload> addFeed(
            @NonNull @Description("The feed.") FeedInput input,
            @Description("A name for this attempt, of your choice: repeated with it within a week, it is done once.")
                    String idempotencyKey) {
        input.outlet = NodeId.uuid(input.outlet, NodeType.OUTLET, "input.outlet");
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.addFeed(token, idempotencyKey, input))
                .thenApply(FeedApi::payload);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Changes how a feed is read.")
    public CompletionStage<FeedPayload> updateFeed(
            @Id @NonNull @Description("Global id of the feed.") String id,
            @NonNull @Description("What shall be different.") FeedPatch patch,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        String feed = uuid(id);
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.updateFeed(token, Ask.ifMatch(expectedVersion), feed, patch))
                .thenApply(FeedApi::payload);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Stops reading a feed for the time being.")
    public CompletionStage<FeedPayload> pauseFeed(
            @Id @NonNull @Description("Global id of the feed.") String id,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        return turn(id, expectedVersion, "pause");
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Goes on reading a feed that was paused or retired.")
    public CompletionStage<FeedPayload> resumeFeed(
            @Id @NonNull @Description("Global id of the feed.") String id,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        return turn(id, expectedVersion, "resume");
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Stops reading a feed for good; its articles stay.")
    public CompletionStage<FeedPayload> retireFeed(
            @Id @NonNull @Description("Global id of the feed.") String id,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        return turn(id, expectedVersion, "retire");
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Reads a feed now and stores what is new.")
    public CompletionStage<FeedPayload> pollFeed(@Id @NonNull @Description("Global id of the feed.") String id) {
        String feed = uuid(id);
        Caller caller = FieldRequest.current().caller();
        return sources.ask(caller, (client, token) -> client.pollFeed(token, feed))
                // Not by a join: these are made when all fields of a level have asked, and that moment has passed.
                .thenCompose(poll -> sources.ask(
                                caller, (client, token) -> client.feedsByIds(token, new Ask.ByIds(List.of(feed), null)))
                        .thenApply(rows -> new FeedPayload(rows.items().get(0), poll)));
    }

    private CompletionStage<FeedPayload> turn(String id, Integer expectedVersion, String way) {
        String feed = uuid(id);
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.turnFeed(token, Ask.ifMatch(expectedVersion), feed, way))
                .thenApply(FeedApi::payload);
    }

    private static String uuid(String id) {
        return NodeId.uuid(id, NodeType.FEED, "id");
    }

    private static FeedPayload payload(Feed feed) {
        return new FeedPayload(feed, null);
    }
}

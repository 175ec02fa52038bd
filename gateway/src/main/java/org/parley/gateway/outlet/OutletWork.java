package org.parley.gateway.outlet;

import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.article.ArticleConnection;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Scorecards;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Sources;

/** Outlets: adding and changing them, and how they do. */
@GraphQLApi
public class OutletWork {

    private static final int DAYS = 30;

    private final Sources sources;
    private final Scorecards scorecards;

    OutletWork(Sources sources, Scorecards scorecards) {
        this.sources = sources;
        this.scorecards = scorecards;
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Adds an outlet; CONFLICT when its name is taken.")
    public CompletionStage<OutletPayload> addOutlet(
            @NonNull @Description("The outlet.") OutletInput input,
            @Description("A name for this attempt, of your choice: repeated with it within a week, it is done once.")
                    String idempotencyKey) {
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.addOutlet(token, idempotencyKey, input))
                .thenApply(OutletPayload::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Changes what is known of an outlet.")
    public CompletionStage<OutletPayload> updateOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id,
            @NonNull @Description("What shall be different.") OutletPatch patch,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        String outlet = NodeId.uuid(id, NodeType.OUTLET, "id");
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.updateOutlet(token, Ask.ifMatch(expectedVersion), outlet, patch))
                .thenApply(OutletPayload::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Follows an outlet no longer; its articles stay.")
    public CompletionStage<OutletPayload> retireOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        return turn(id, expectedVersion, "retire");
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Follows an outlet again.")
    public CompletionStage<OutletPayload> resumeOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id,
            @Description("The version you have read: CONFLICT when it is at another.") Integer expectedVersion) {
        return turn(id, expectedVersion, "resume");
    }

    private CompletionStage<OutletPayload> turn(String id, Integer expectedVersion, String way) {
        String outlet = NodeId.uuid(id, NodeType.OUTLET, "id");
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.turnOutlet(token, Ask.ifMatch(expectedVersion), outlet, way))
                .thenApply(OutletPayload::new);
    }

    @Query
    @Description("The articles behind a number of an outlet's scorecard, the newest first.")
    public CompletionStage<ArticleConnection> scorecardArticles(
            @Id @NonNull @Description("Global id of the outlet.") String outlet,
            @NonNull @Description("Which number.") ScorecardMetric metric,
            @Description("Over how many days: 7, 30 or 90; 30 when left out.") Integer days,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        String id = NodeId.uuid(outlet, NodeType.OUTLET, "outlet");
        FieldRequest request = FieldRequest.current();
        var rows = new Ask.ScorecardRows(
                metric, days == null ? DAYS : days, Paging.of(first, after, request.selects("totalCount")));
        return sources.ask(request.caller(), (client, token) -> client.scorecardRows(token, id, rows))
                .thenApply(ArticleConnection::new);
    }

    @Description("How it did lately.")
    public CompletionStage<OutletScorecard> scorecard(
            @Source Outlet outlet, @Description("Over how many days: 7, 30 or 90; 30 when left out.") Integer days) {
        return scorecards.scorecard(FieldRequest.current(), outlet.id(), days == null ? DAYS : days);
    }
}

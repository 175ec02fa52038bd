package org.parley.gateway.outlet;

import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.upstream.Sources;

/** Outlets: adding and changing them, and how they do. */
@GraphQLApi
public class OutletWork {

    private static final int DAYS = 30;

    private final Sources sources;
    private final Joins joins;

    OutletWork(Sources sources, Joins joins) {
        this.sources = sources;
        this.joins = joins;
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Adds an outlet; CONFLICT when its name is taken.")
    public CompletionStage<OutletPayload> addOutlet(@NonNull @Description("The outlet.") OutletInput input) {
        return sources.ask(FieldRequest.current().caller(), (client, token) -> client.addOutlet(token, input))
                .thenApply(OutletPayload::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Changes what is known of an outlet.")
    public CompletionStage<OutletPayload> updateOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id,
            @NonNull @Description("What shall be different.") OutletPatch patch) {
        String outlet = NodeId.uuid(id, NodeType.OUTLET, "id");
        return sources.ask(
                        FieldRequest.current().caller(), (client, token) -> client.updateOutlet(token, outlet, patch))
                .thenApply(OutletPayload::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Follows an outlet no longer; its articles stay.")
    public CompletionStage<OutletPayload> retireOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id) {
        return turn(id, "retire");
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Follows an outlet again.")
    public CompletionStage<OutletPayload> resumeOutlet(
            @Id @NonNull @Description("Global id of the outlet.") String id) {
        return turn(id, "resume");
    }

    private CompletionStage<OutletPayload> turn(String id, String way) {
        String outlet = NodeId.uuid(id, NodeType.OUTLET, "id");
        return sources.ask(FieldRequest.current().caller(), (client, token) -> client.turnOutlet(token, outlet, way))
                .thenApply(OutletPayload::new);
    }

    @Description("How it did lately.")
    public CompletionStage<OutletScorecard> scorecard(
            @Source Outlet outlet, @Description("Over how many days: 7, 30 or 90; 30 when left out.") Integer days) {
        return joins.scorecard(FieldRequest.current(), outlet.id(), days == null ? DAYS : days);
    }
}

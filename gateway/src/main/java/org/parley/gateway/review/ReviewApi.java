package org.parley.gateway.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.Node;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Events;

/** What people look at and decide. */
@GraphQLApi
public class ReviewApi {

    private final Events events;
    private final Joins joins;

    ReviewApi(Events events, Joins joins) {
        this.events = events;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("review")
    @Description("What a person should look at, the most doubtful first. Needs the scope review.")
    public CompletionStage<ReviewItemConnection> reviewQueue(
            @Description("Only what fits.") ReviewFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        var query = new Ask.Query<>(filter, null, Paging.of(first, after, request.selects("totalCount")));
        return events.ask(request.caller(), (client, token) -> client.reviewQueue(token, query))
                .thenApply(ReviewItemConnection::new);
    }

    @Query
    @RolesAllowed("review")
    @Description("What was decided, the latest first; what was undone too. Needs the scope review.")
    public CompletionStage<DecisionConnection> reviewDecisions(
            @Id @Description("Only about this row: a global id.") String subject,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        DecisionFilter filter = new DecisionFilter(
                subject == null
                        ? null
                        : List.of(NodeId.parse(subject, "subject").uuid()));
        var query = new Ask.Query<>(filter, null, Paging.of(first, after, request.selects("totalCount")));
        return events.ask(request.caller(), (client, token) -> client.decisions(token, query))
                .thenApply(DecisionConnection::new);
    }

    @Description("The rows it is about; null where one is no longer there.")
    public CompletionStage<List<Node>> subjects(@Source ReviewItem item) {
        return joins.all(item.subjectIds(), FieldRequest.current(), loader(item.kind()));
    }

    @Description("The rows it is about; null where one is no longer there.")
    public CompletionStage<List<Node>> subjects(@Source Decision decision) {
        return joins.all(decision.subjectIds(), FieldRequest.current(), loader(decision.kind()));
    }

    private BiFunction<FieldRequest, String, CompletionStage<Node>> loader(ReviewKind kind) {
        return (request, id) -> switch (kind) {
            case STATEMENT, UTTERANCE -> joins.statement(request, id).thenApply(Node.class::cast);
            case ACTOR -> joins.actor(request, id).thenApply(Node.class::cast);
            case PROPOSAL -> joins.proposal(request, id).thenApply(Node.class::cast);
            case CONFLICT -> joins.conflict(request, id).thenApply(Node.class::cast);
            case OTHER -> CompletableFuture.completedFuture(null);
        };
    }

    @Mutation
    @RolesAllowed("review")
    @Description("Accepts, corrects or rejects; CONFLICT when somebody else was first or the row is gone.")
    public CompletionStage<ReviewPayload> review(@NonNull @Description("The decision.") ReviewInput input) {
        return events.ask(FieldRequest.current().caller(), (client, token) -> client.decide(token, input.forService()))
                .thenApply(ReviewPayload::new);
    }

    @Mutation
    @RolesAllowed("review")
    @Description("Takes a decision back; the row is as the system reads it again.")
    public CompletionStage<ReviewPayload> undoReview(
            @Id @NonNull @Description("Global id of the decision.") String id) {
        String uuid = NodeId.uuid(id, NodeType.DECISION, "id");
        return events.ask(FieldRequest.current().caller(), (client, token) -> client.undoDecision(token, uuid))
                .thenApply(ReviewPayload::new);
    }
}

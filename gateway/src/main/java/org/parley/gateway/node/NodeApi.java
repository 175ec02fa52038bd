package org.parley.gateway.node;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Whatever has an id. */
@GraphQLApi
public class NodeApi {

    private static final int MOST_IDS = 100;

    private final Joins joins;

    NodeApi(Joins joins) {
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("What has this id; null when there is none (any more).")
    public CompletionStage<Node> node(
            @Id @NonNull @Description("A global id.") String id,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        return load(FieldRequest.current(), NodeId.parse(id, "id"));
    }

    @Query
    @RolesAllowed("read")
    @Description("What has these ids, in their order, with null where there is none (any more).")
    public CompletionStage<List<Node>> nodes(
            @NonNull @Description("Global ids, at most 100.") List<@NonNull String> ids,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        if (ids.size() > MOST_IDS) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED, 400, "ids", ids.size() + " are too many; give at most " + MOST_IDS);
        }
        FieldRequest request = FieldRequest.current();
        List<CompletableFuture<Node>> rows = IntStream.range(0, ids.size())
                .mapToObj(index -> load(request, NodeId.parse(ids.get(index), "ids[" + index + "]"))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
                .thenApply(done -> rows.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<Node> load(FieldRequest request, NodeId id) {
        return switch (id.type()) {
            case ARTICLE -> joins.article(request, id.uuid()).thenApply(Node.class::cast);
            case ARTICLE_VERSION -> joins.articleVersion(request, id.uuid()).thenApply(Node.class::cast);
            case OUTLET -> joins.outlet(request, id.uuid()).thenApply(Node.class::cast);
            case STATEMENT -> joins.statement(request, id.uuid()).thenApply(Node.class::cast);
            case ACTOR -> joins.actor(request, id.uuid()).thenApply(Node.class::cast);
            case PROPOSAL -> joins.proposal(request, id.uuid()).thenApply(Node.class::cast);
            case PROPOSAL_VERSION -> joins.proposalVersion(request, id.uuid()).thenApply(Node.class::cast);
            case POINT -> joins.point(request, id.uuid()).thenApply(Node.class::cast);
            case UTTERANCE -> joins.utterance(request, id.uuid()).thenApply(Node.class::cast);
            case CONFLICT -> joins.conflict(request, id.uuid()).thenApply(Node.class::cast);
            case ASSERTION -> joins.assertion(request, id.uuid()).thenApply(Node.class::cast);
            case FEED -> joins.feed(request, id.uuid()).thenApply(Node.class::cast);
            // These are read where they stand in a list.
            case REVIEW_ITEM, DECISION -> CompletableFuture.completedFuture(null);
        };
    }
}

package org.parley.gateway.proposal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.page.Paging;

/** Versions, their points, and what answers what. */
@GraphQLApi
public class PointLinks {

    private final Joins joins;

    PointLinks(Joins joins) {
        this.joins = joins;
    }

    @NonNull @Description("The point, through all versions.")
    public CompletionStage<Point> point(@Source PointState state) {
        return joins.point(FieldRequest.current(), state.pointId());
    }

    @NonNull @Description("The version.")
    public CompletionStage<ProposalVersion> version(@Source PointState state) {
        return joins.proposalVersion(FieldRequest.current(), state.versionId());
    }

    @Description("The proposal.")
    public CompletionStage<Proposal> proposal(@Source Point point) {
        return proposalOrNull(point.proposalId());
    }

    @Description("The version before; null for the first.")
    public CompletionStage<ProposalVersion> previous(@Source ProposalVersion version) {
        return version.previousId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.proposalVersion(FieldRequest.current(), version.previousId());
    }

    @Description("The proposal it answers.")
    public CompletionStage<Proposal> respondsTo(@Source Proposal proposal) {
        return proposalOrNull(proposal.respondsToId());
    }

    @Description("The proposals that answer it.")
    public CompletionStage<ProposalConnection> responses(
            @Source Proposal proposal,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        return joins.responses(request, proposal.id(), Paging.of(first, after, request.selects("totalCount")))
                .thenApply(ProposalConnection::new);
    }

    private CompletionStage<Proposal> proposalOrNull(String id) {
        return id == null ? CompletableFuture.completedFuture(null) : joins.proposal(FieldRequest.current(), id);
    }
}

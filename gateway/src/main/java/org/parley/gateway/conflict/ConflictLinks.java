package org.parley.gateway.conflict;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.statement.Statement;

/** What stands behind a disagreement. */
@GraphQLApi
public class ConflictLinks {

    private final Joins joins;

    ConflictLinks(Joins joins) {
        this.joins = joins;
    }

    @NonNull @Description("The statements of this side.")
    public CompletionStage<List<@NonNull Statement>> statements(@Source ConflictSide side) {
        return joins.all(side.statementIds(), FieldRequest.current(), joins::statement);
    }

    @Description("The proposal it is about.")
    public CompletionStage<Proposal> proposal(@Source Conflict conflict) {
        return conflict.proposalId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.proposal(FieldRequest.current(), conflict.proposalId());
    }
}

package org.parley.gateway.position;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.ListPages;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.proposal.ProposalVersion;
import org.parley.gateway.statement.StatementConnection;
import org.parley.gateway.upstream.Ask;

/** Who stands how to what. */
@GraphQLApi
public class PositionLinks {

    private final Joins joins;

    PositionLinks(Joins joins) {
        this.joins = joins;
    }

    @Description("How others stand to it, as far as they or others have said.")
    public CompletionStage<PositionConnection> positions(
            @Source Proposal proposal,
            @Description("Only what fits.") PositionFilter filter,
            @Description("As it stood on that day; now, when left out.") LocalDate asOf,
            @Description("All that ever held, not only what holds.") Boolean history,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        return page(
                PositionsBy.PROPOSAL, proposal.id(), PositionFilter.forService(filter), asOf, history, first, after);
    }

    @Name("positions")
    @Description("How it stands to proposals, as far as it or others have said.")
    public CompletionStage<PositionConnection> positionsOfActor(
            @Source Actor actor,
            @Id @Description("To this proposal alone: a global id.") String proposal,
            @Description("As it stood on that day; now, when left out.") LocalDate asOf,
            @Description("All that ever held, not only what holds.") Boolean history,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        PositionFilter filter = null;
        if (proposal != null) {
            filter = new PositionFilter();
            filter.proposal = List.of(NodeId.uuid(proposal, NodeType.PROPOSAL, "proposal"));
        }
        return page(PositionsBy.HOLDER, actor.id(), filter, asOf, history, first, after);
    }

    private CompletionStage<PositionConnection> page(
            PositionsBy by,
            String owner,
            PositionFilter filter,
            LocalDate asOf,
            Boolean history,
            Integer first,
            String after) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, request.selects("totalCount"));
        var ask = new Ask.Positions(by, null, filter, asOf, request.knownAt(), history, paging);
        return joins.positions(request, owner, ask).thenApply(PositionConnection::new);
    }

    @NonNull @Description("The proposal.")
    public CompletionStage<Proposal> proposal(@Source Position position) {
        return joins.proposal(FieldRequest.current(), position.proposalId());
    }

    @Description("The version it is about; null when it cannot be told which.")
    public CompletionStage<ProposalVersion> version(@Source Position position) {
        return position.versionId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.proposalVersion(FieldRequest.current(), position.versionId());
    }

    @Description("The statements it is known from, the latest first.")
    public CompletionStage<StatementConnection> statements(
            @Source Position position,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        Page<String> page = ListPages.of(position.statementIds(), Paging.of(first, after, false));
        return joins.page(page, request, joins::statement).thenApply(StatementConnection::new);
    }
}

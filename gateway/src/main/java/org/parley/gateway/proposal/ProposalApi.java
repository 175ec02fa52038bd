package org.parley.gateway.proposal;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Events;
import org.parley.kit.problem.ProblemException;

/** Proposals. */
@GraphQLApi
public class ProposalApi {

    private final Events events;
    private final Joins joins;

    ProposalApi(Events events, Joins joins) {
        this.events = events;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("A proposal by its id or its slug; null when there is none.")
    public CompletionStage<Proposal> proposal(
            @Id @Description("Global id of the proposal.") String id,
            @Description("Its short name.") String slug,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        if ((id == null) == (slug == null)) {
            throw ProblemException.badInput("id", "give either id or slug");
        }
        FieldRequest request = FieldRequest.current();
        return id != null
                ? joins.proposal(request, NodeId.uuid(id, NodeType.PROPOSAL, "id"))
                : events.orNull(request.caller(), (client, token) -> client.proposalBySlug(token, slug));
    }

    @Query
    @RolesAllowed("read")
    @Description("Proposals.")
    public CompletionStage<ProposalConnection> proposals(
            @Description("Only what fits.") ProposalFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after,
            @Description("How many rows from the back, at most 100.") Integer last,
            @Description("Only what stands before this cursor.") String before,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, last, before, request.selects("totalCount"));
        var query = new Ask.Query<>(
                ProposalFilter.forService(filter), knownAt, Proposal.members(request.rowFields()), paging);
        return events.ask(request.caller(), (client, token) -> client.proposals(token, query))
                .thenApply(ProposalConnection::new);
    }
}

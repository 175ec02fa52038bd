package org.parley.gateway.proposal;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Events;

/** Rows that are one, joined and parted by hand. */
@GraphQLApi
public class ProposalMerges {

    private final Events events;

    ProposalMerges(Events events) {
        this.events = events;
    }

    @Mutation
    @RolesAllowed({"review", "admin"})
    @Description("Makes several proposals one. Their ids lead to the one from then on; it can be taken back.")
    public CompletionStage<ProposalPayload> mergeProposals(
            @Id @NonNull @Description("Global id of the one that stays.") String into,
            @NonNull @Description("Global ids of those that become part of it.") List<@NonNull String> from,
            @Description("Why.") String note) {
        var merge = new Ask.Merge(
                NodeId.uuid(into, NodeType.PROPOSAL, "into"),
                NodeId.uuids(from, NodeType.PROPOSAL, "from"),
                null,
                note);
        return events.ask(FieldRequest.current().caller(), (client, token) -> client.mergeProposals(token, merge))
                .thenApply(ProposalPayload::new);
    }

    @Mutation
    @RolesAllowed({"review", "admin"})
    @Description("Takes a merge back for one of those that were merged.")
    public CompletionStage<ProposalPayload> unmergeProposal(
            @Id @NonNull @Description("Global id of the one that shall stand alone again.") String id) {
        String uuid = NodeId.uuid(id, NodeType.PROPOSAL, "id");
        return events.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.unmergeProposal(token, new Ask.Id(uuid)))
                .thenApply(ProposalPayload::new);
    }
}

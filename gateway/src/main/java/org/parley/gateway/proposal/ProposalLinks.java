package org.parley.gateway.proposal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.page.Paging;
import org.parley.gateway.statement.About;
import org.parley.gateway.statement.Stance;

/** Fields that lead to proposals and their versions, and to where articles speak of them. */
@GraphQLApi
public class ProposalLinks {

    private static final String WHICH = "The proposal.";
    private static final String VERSION = "The version meant; null when it cannot be told which.";

    private final Joins joins;

    ProposalLinks(Joins joins) {
        this.joins = joins;
    }

    @Description(WHICH)
    public CompletionStage<Proposal> proposal(@Source Stance stance) {
        return proposal(stance.proposalId());
    }

    @Description(VERSION)
    public CompletionStage<ProposalVersion> version(@Source Stance stance) {
        return version(stance.versionId());
    }

    @Name("proposal")
    @Description(WHICH)
    public CompletionStage<Proposal> proposalAbout(@Source About about) {
        return proposal(about.proposalId());
    }

    @Name("version")
    @Description(VERSION)
    public CompletionStage<ProposalVersion> versionAbout(@Source About about) {
        return version(about.versionId());
    }

    @Name("version")
    @Description(VERSION)
    public CompletionStage<ProposalVersion> versionMentioned(@Source Mention mention) {
        return version(mention.versionId());
    }

    @Name("proposal")
    @NonNull @Description("The proposal it is a version of.")
    public CompletionStage<Proposal> proposalOfVersion(@Source ProposalVersion version) {
        return proposal(version.proposalId());
    }

    @Description("Where articles speak of it.")
    public CompletionStage<MentionConnection> mentions(
            @Source Proposal proposal,
            @Description("How many rows: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        return joins.mentions(request, proposal.id(), Paging.of(first, after, request.selects("totalCount")))
                .thenApply(MentionConnection::new);
    }

    private CompletionStage<Proposal> proposal(String id) {
        return id == null ? CompletableFuture.completedFuture(null) : joins.proposal(FieldRequest.current(), id);
    }

    private CompletionStage<ProposalVersion> version(String id) {
        return id == null ? CompletableFuture.completedFuture(null) : joins.proposalVersion(FieldRequest.current(), id);
    }
}

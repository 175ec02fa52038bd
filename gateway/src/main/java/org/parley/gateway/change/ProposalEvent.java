package org.parley.gateway.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.proposal.Proposal;

/** What happened to a proposal. */
@Description("What happened to a proposal, its versions or its points.")
public record ProposalEvent(
        @NonNull @Description("Give it as after to go on behind this event.")
        String cursor,

        @NonNull @Description("What happened.") ChangeKind kind,
        @NonNull @Description("Why.") ChangeReason reason,

        @Description("The proposal as it is now; null when it was removed.")
        Proposal proposal) {}

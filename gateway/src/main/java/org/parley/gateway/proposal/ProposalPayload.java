package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;

/** A proposal after a change. */
@Description("A proposal after a change.")
public record ProposalPayload(@Description("The proposal.") Proposal proposal) {}

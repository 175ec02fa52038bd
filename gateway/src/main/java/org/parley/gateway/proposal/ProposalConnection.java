package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of proposals. */
@Description("A page of proposals.")
public final class ProposalConnection extends Connection<Proposal, ProposalEdge> {

    /** The page as the service answered it. */
    public ProposalConnection(Page<Proposal> page) {
        super(page, ProposalEdge::new);
    }
}

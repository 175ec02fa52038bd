package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ProposalConnection}. */
@Description("A row and its cursor.")
public final class ProposalEdge extends Edge<Proposal> {

    ProposalEdge(Page.Item<Proposal> item) {
        super(item);
    }
}

package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of decisions. */
@Description("A page of decisions.")
public final class DecisionConnection extends Connection<Decision, DecisionEdge> {

    /** The page as the service answered it. */
    public DecisionConnection(Page<Decision> page) {
        super(page, DecisionEdge::new);
    }
}

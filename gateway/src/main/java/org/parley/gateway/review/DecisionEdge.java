package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link DecisionConnection}. */
@Description("A row and its cursor.")
public final class DecisionEdge extends Edge<Decision> {

    DecisionEdge(Page.Item<Decision> item) {
        super(item);
    }
}

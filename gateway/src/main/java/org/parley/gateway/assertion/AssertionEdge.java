package org.parley.gateway.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link AssertionConnection}. */
@Description("A row and its cursor.")
public final class AssertionEdge extends Edge<Assertion> {

    AssertionEdge(Page.Item<Assertion> item) {
        super(item);
    }
}

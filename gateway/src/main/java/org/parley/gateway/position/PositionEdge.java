package org.parley.gateway.position;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link PositionConnection}. */
@Description("A row and its cursor.")
public final class PositionEdge extends Edge<Position> {

    PositionEdge(Page.Item<Position> item) {
        super(item);
    }
}

package org.parley.gateway.position;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of positions. */
@Description("A page of positions.")
public final class PositionConnection extends Connection<Position, PositionEdge> {

    /** The page as the service answered it. */
    public PositionConnection(Page<Position> page) {
        super(page, PositionEdge::new);
    }
}

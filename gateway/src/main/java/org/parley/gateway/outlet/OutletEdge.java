package org.parley.gateway.outlet;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link OutletConnection}. */
@Description("A row and its cursor.")
public final class OutletEdge extends Edge<Outlet> {

    OutletEdge(Page.Item<Outlet> item) {
        super(item);
    }
}

package org.parley.gateway.outlet;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of outlets. */
@Description("A page of outlets.")
public final class OutletConnection extends Connection<Outlet, OutletEdge> {

    /** The page as the service answered it. */
    public OutletConnection(Page<Outlet> page) {
        super(page, OutletEdge::new);
    }
}

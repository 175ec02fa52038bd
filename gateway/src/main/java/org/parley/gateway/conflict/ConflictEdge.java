package org.parley.gateway.conflict;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ConflictConnection}. */
@Description("A row and its cursor.")
public final class ConflictEdge extends Edge<Conflict> {

    ConflictEdge(Page.Item<Conflict> item) {
        super(item);
    }
}

package org.parley.gateway.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ActorConnection}. */
@Description("A row and its cursor.")
public final class ActorEdge extends Edge<Actor> {

    ActorEdge(Page.Item<Actor> item) {
        super(item);
    }
}

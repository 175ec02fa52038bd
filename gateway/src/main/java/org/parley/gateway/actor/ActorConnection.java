package org.parley.gateway.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of actors. */
@Description("A page of actors.")
public final class ActorConnection extends Connection<Actor, ActorEdge> {

    /** The page as the service answered it. */
    public ActorConnection(Page<Actor> page) {
        super(page, ActorEdge::new);
    }
}

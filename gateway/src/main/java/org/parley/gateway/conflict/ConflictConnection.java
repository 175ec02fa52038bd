package org.parley.gateway.conflict;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of conflicts. */
@Description("A page of conflicts.")
public final class ConflictConnection extends Connection<Conflict, ConflictEdge> {

    /** The page as the service answered it. */
    public ConflictConnection(Page<Conflict> page) {
        super(page, ConflictEdge::new);
    }
}

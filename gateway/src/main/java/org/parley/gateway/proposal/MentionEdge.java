package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link MentionConnection}. */
@Description("A row and its cursor.")
public final class MentionEdge extends Edge<Mention> {

    MentionEdge(Page.Item<Mention> item) {
        super(item);
    }
}

package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of mentions. */
@Description("A page of mentions.")
public final class MentionConnection extends Connection<Mention, MentionEdge> {

    /** The page as the service answered it. */
    public MentionConnection(Page<Mention> page) {
        super(page, MentionEdge::new);
    }
}

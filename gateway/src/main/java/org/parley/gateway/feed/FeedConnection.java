package org.parley.gateway.feed;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of feeds. */
@Description("A page of feeds.")
public final class FeedConnection extends Connection<Feed, FeedEdge> {

    /** The page as the service answered it. */
    public FeedConnection(Page<Feed> page) {
        super(page, FeedEdge::new);
    }
}

package org.parley.gateway.feed;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link FeedConnection}. */
@Description("A row and its cursor.")
public final class FeedEdge extends Edge<Feed> {

    FeedEdge(Page.Item<Feed> item) {
        super(item);
    }
}

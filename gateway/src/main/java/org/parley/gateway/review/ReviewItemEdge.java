package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ReviewItemConnection}. */
@Description("A row and its cursor.")
public final class ReviewItemEdge extends Edge<ReviewItem> {

    ReviewItemEdge(Page.Item<ReviewItem> item) {
        super(item);
    }
}

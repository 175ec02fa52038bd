package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of items to review. */
@Description("A page of items to review.")
public final class ReviewItemConnection extends Connection<ReviewItem, ReviewItemEdge> {

    /** The page as the service answered it. */
    public ReviewItemConnection(Page<ReviewItem> page) {
        super(page, ReviewItemEdge::new);
    }
}

package org.parley.gateway.search;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of hits. */
@Description("A page of hits.")
public final class SearchConnection extends Connection<SearchHit, SearchEdge> {

    /** The page as the service answered it. */
    public SearchConnection(Page<SearchHit> page) {
        super(page, SearchEdge::new);
    }
}

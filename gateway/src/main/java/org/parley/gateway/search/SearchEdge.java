package org.parley.gateway.search;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link SearchConnection}. */
@Description("A row and its cursor.")
public final class SearchEdge extends Edge<SearchHit> {

    SearchEdge(Page.Item<SearchHit> item) {
        super(item);
    }
}

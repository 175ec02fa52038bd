package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ArticleDuplicateConnection}. */
@Description("A row and its cursor.")
public final class ArticleDuplicateEdge extends Edge<ArticleDuplicate> {

    ArticleDuplicateEdge(Page.Item<ArticleDuplicate> item) {
        super(item);
    }
}

package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link ArticleConnection}. */
@Description("A row and its cursor.")
public final class ArticleEdge extends Edge<Article> {

    ArticleEdge(Page.Item<Article> item) {
        super(item);
    }
}

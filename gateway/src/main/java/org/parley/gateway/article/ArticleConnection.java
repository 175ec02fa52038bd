package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of articles. */
@Description("A page of articles.")
public final class ArticleConnection extends Connection<Article, ArticleEdge> {

    /** The page as the service answered it. */
    public ArticleConnection(Page<Article> page) {
        super(page, ArticleEdge::new);
    }
}

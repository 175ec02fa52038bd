package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of articles that are alike. */
@Description("A page of articles that are alike.")
public final class ArticleDuplicateConnection extends Connection<ArticleDuplicate, ArticleDuplicateEdge> {

    /** The page as the service answered it. */
    public ArticleDuplicateConnection(Page<ArticleDuplicate> page) {
        super(page, ArticleDuplicateEdge::new);
    }
}

package org.parley.gateway.article;

import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.page.ListPages;
import org.parley.gateway.page.Paging;

/** Articles that say the same. */
@GraphQLApi
public class ArticleCopies {

    private final Joins joins;

    ArticleCopies(Joins joins) {
        this.joins = joins;
    }

    @Description("Other articles with this text, or nearly so.")
    public CompletionStage<ArticleDuplicateConnection> duplicates(
            @Source Article article,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        Paging paging = Paging.of(first, after, false);
        return joins.duplicates(FieldRequest.current(), article)
                .thenApply(all -> new ArticleDuplicateConnection(ListPages.of(all, paging)));
    }

    @Description("The other article.")
    public CompletionStage<Article> other(@Source ArticleDuplicate duplicate) {
        return joins.article(FieldRequest.current(), duplicate.articleId());
    }
}

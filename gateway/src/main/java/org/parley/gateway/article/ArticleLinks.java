package org.parley.gateway.article;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.page.Paging;
import org.parley.gateway.statement.Receipt;
import org.parley.gateway.statement.Statement;

/** Fields that lead to articles, and what an article does not carry along. */
@GraphQLApi
public class ArticleLinks {

    private final Joins joins;

    ArticleLinks(Joins joins) {
        this.joins = joins;
    }

    @Description("Text of the current version, character for character as it came.")
    public CompletionStage<String> text(@Source Article article) {
        return article.text() != null
                ? CompletableFuture.completedFuture(article.text())
                : joins.article(FieldRequest.current(), article.id(), Set.of("text"))
                        .thenApply(Article::text);
    }

    @NonNull @Description("Every version, the first one first.")
    public CompletionStage<List<@NonNull ArticleVersion>> versions(@Source Article article) {
        return article.versions() != null
                ? CompletableFuture.completedFuture(article.versions())
                : joins.article(FieldRequest.current(), article.id(), Set.of("versions"))
                        .thenApply(Article::versions);
    }

    @Description("The article it stands in.")
    public CompletionStage<Article> article(@Source Statement statement) {
        return joins.article(FieldRequest.current(), statement.articleId());
    }

    @Name("article")
    @Description("The article it stands in.")
    public CompletionStage<Article> articleOfReceipt(@Source Receipt receipt) {
        return joins.article(FieldRequest.current(), receipt.articleId());
    }

    @Description("What it printed, newest first.")
    public CompletionStage<ArticleConnection> articles(
            @Source Outlet outlet,
            @Description("How many rows: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        FieldRequest request = FieldRequest.current();
        return joins.articles(request, outlet.id(), Paging.of(first, after, request.selects("totalCount")))
                .thenApply(ArticleConnection::new);
    }
}

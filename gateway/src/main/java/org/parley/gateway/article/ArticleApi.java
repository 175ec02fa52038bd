package org.parley.gateway.article;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Sources;
import org.parley.kit.problem.ProblemException;

/** Articles: one, many, and handing one in. */
@GraphQLApi
public class ArticleApi {

    private final Sources sources;
    private final Joins joins;

    ArticleApi(Sources sources, Joins joins) {
        this.sources = sources;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("An article by its id or its address; null when there is none.")
    public CompletionStage<Article> article(
            @Id @Description("Global id of the article.") String id,
            @Description("Address it was printed under, exactly.") String url,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        if ((id == null) == (url == null)) {
            throw ProblemException.badInput("id", "give either id or url");
        }
        FieldRequest request = FieldRequest.current();
        if (id != null) {
            return joins.article(request, NodeId.uuid(id, NodeType.ARTICLE, "id"));
        }
        ArticleFilter byUrl = new ArticleFilter();
        byUrl.url = url;
        return page(request, byUrl, Paging.of(1, null, false))
                .thenApply(page ->
                        page.items().isEmpty() ? null : page.items().get(0).node());
    }

    @Query
    @RolesAllowed("read")
    @Description("Articles, the newest first.")
    public CompletionStage<ArticleConnection> articles(
            @Description("Only what fits.") ArticleFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after,
            @Description("How many rows from the back, at most 100.") Integer last,
            @Description("Only what stands before this cursor.") String before,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, last, before, request.selects("totalCount"));
        return page(request, ArticleFilter.forService(filter), paging).thenApply(ArticleConnection::new);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Takes an article back: it stays in the record of what was known, and leaves the present one.")
    public CompletionStage<RetractArticlePayload> retractArticle(
            @Id @NonNull @Description("Global id of the article.") String id,
            @NonNull @Description("Why; kept with the article.") String reason) {
        String article = NodeId.uuid(id, NodeType.ARTICLE, "id");
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.retract(token, article, new Ask.Reason(reason)))
                .thenApply(RetractArticlePayload::new);
    }

    private CompletionStage<Page<Article>> page(FieldRequest request, ArticleFilter filter, Paging paging) {
        var query = new Ask.Query<>(filter, request.knownAt(), request.rowFields(), paging);
        return sources.ask(request.caller(), (client, token) -> client.articles(token, query));
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Hands in an article. Repeating it is safe: the same text is stored once.")
    public CompletionStage<SubmitArticlePayload> submitArticle(
            @NonNull @Description("The article.") ArticleInput input,
            @Description("A name for this attempt, of your choice: repeated with it within a week, it is done once.")
                    String idempotencyKey) {
        return sources.ask(
                        FieldRequest.current().caller(),
                        (client, token) -> client.submit(token, idempotencyKey, input.submission()))
                .thenApply(done -> new SubmitArticlePayload(done.fate(), done.article()));
    }
}

package org.parley.gateway.search;

import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.Node;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.Sources;
import org.parley.kit.problem.ProblemException;

/** Search over everything: sources-service finds articles, events-service the rest, and the answers are merged. */
@GraphQLApi
public class SearchApi {

    private static final Page<SearchHit> NONE = new Page<>(List.of(), false, false, 0);

    private final Sources sources;
    private final Events events;
    private final Joins joins;

    SearchApi(Sources sources, Events events, Joins joins) {
        this.sources = sources;
        this.events = events;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("Articles, statements, proposals and actors by their words, the best first.")
    public CompletionStage<SearchConnection> search(
            @NonNull @Description("The words to look for.") String text,
            @Nullable @Description("Only these; everything when left out.") List<@NonNull SearchKind> kinds,
            @Description("How many rows: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        if (text.isBlank()) {
            throw ProblemException.badInput("text", "is empty; say what to look for");
        }
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, request.selects("totalCount"));
        SearchCursor from = SearchCursor.parse(after);
        Set<SearchKind> wanted = kinds == null || kinds.isEmpty() ? EnumSet.allOf(SearchKind.class) : Set.copyOf(kinds);
        var articles = articles(request.caller(), text, wanted, paging.after(from.sources()));
        var rest = rest(request.caller(), text, wanted, paging.after(from.events()));
        return articles.thenCombine(rest, (left, right) -> merged(left, right, from, paging.first()))
                .thenApply(SearchConnection::new);
    }

    private CompletionStage<Page<SearchHit>> articles(
            Caller caller, String text, Set<SearchKind> wanted, Paging paging) {
        return wanted.contains(SearchKind.ARTICLE)
                ? sources.ask(caller, (client, token) -> client.search(token, new Ask.Search(text, null, paging)))
                : CompletableFuture.completedFuture(NONE);
    }

    private CompletionStage<Page<SearchHit>> rest(Caller caller, String text, Set<SearchKind> wanted, Paging paging) {
        List<String> kinds = wanted.stream()
                .filter(kind -> kind != SearchKind.ARTICLE)
                .map(SearchKind::name)
                .sorted()
                .toList();
        return kinds.isEmpty()
                ? CompletableFuture.completedFuture(NONE)
                : events.ask(caller, (client, token) -> client.search(token, new Ask.Search(text, kinds, paging)));
    }

    /** The best of both; each cursor says how far either list was used up to there. */
    private static Page<SearchHit> merged(Page<SearchHit> articles, Page<SearchHit> rest, SearchCursor from, int size) {
        List<Page.Item<SearchHit>> all = new ArrayList<>(articles.items());
        all.addAll(rest.items());
        // Stable, so that each list keeps its own order and the cursors stay true.
        all.sort(Comparator.comparingDouble(
                        (Page.Item<SearchHit> item) -> item.node().score())
                .reversed());
        List<Page.Item<SearchHit>> taken = new ArrayList<>();
        SearchCursor at = from;
        for (Page.Item<SearchHit> item : all.subList(0, Math.min(size, all.size()))) {
            at = item.node().kind() == SearchKind.ARTICLE
                    ? new SearchCursor(item.cursor(), at.events())
                    : new SearchCursor(at.sources(), item.cursor());
            taken.add(new Page.Item<>(at.encoded(), item.node()));
        }
        return new Page<>(
                taken,
                articles.hasNext() || rest.hasNext() || all.size() > size,
                !from.equals(SearchCursor.START),
                articles.total() == null || rest.total() == null ? null : articles.total() + rest.total());
    }

    @Description("What was found, whole.")
    public CompletionStage<Node> node(@Source SearchHit hit) {
        FieldRequest request = FieldRequest.current();
        return switch (hit.kind()) {
            case ARTICLE -> joins.article(request, hit.id()).thenApply(Node.class::cast);
            case STATEMENT -> joins.statement(request, hit.id()).thenApply(Node.class::cast);
            case PROPOSAL -> joins.proposal(request, hit.id()).thenApply(Node.class::cast);
            case ACTOR -> joins.actor(request, hit.id()).thenApply(Node.class::cast);
        };
    }
}

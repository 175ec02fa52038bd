package org.parley.gateway.join;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.article.Article;
import org.parley.gateway.article.ArticleDuplicate;
import org.parley.gateway.article.ArticleVersion;
import org.parley.gateway.assertion.Assertion;
import org.parley.gateway.conflict.Conflict;
import org.parley.gateway.feed.Feed;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.position.Position;
import org.parley.gateway.proposal.Mention;
import org.parley.gateway.proposal.Point;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.proposal.ProposalVersion;
import org.parley.gateway.statement.Statement;
import org.parley.gateway.statement.StatementFilter;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.EventsClient;
import org.parley.gateway.upstream.Sources;
import org.parley.gateway.upstream.SourcesClient;
import org.parley.gateway.utterance.Utterance;

/**
 * Rows of the services by id, and pages of rows by what they belong to: each kind in one call for all the fields of a
 * request, however many rows ask and by whatever alias.
 */
@Singleton
public class Joins {

    /** Lists of statements that requests read together: each has up to a hundred rows. */
    private static final int MOST_LISTS = 8;

    private final Sources sources;
    private final Events events;
    private final SharedReads shared;
    private final ObjectMapper json;

    Joins(Sources sources, Events events, SharedReads shared, ObjectMapper json) {
        this.sources = sources;
        this.events = events;
        this.shared = shared;
        this.json = json;
    }

    /** An article, with what of it costs something to read if {@code request} selects it. */
    public CompletionStage<Article> article(FieldRequest request, String id) {
        return article(request, id, request.rowFields());
    }

    /** An article with what is named of its text, its versions and its duplicates. */
    public CompletionStage<Article> article(FieldRequest request, String id, Set<String> members) {
        Instant knownAt = request.knownAt();
        return request.load(
                "article " + knownAt, new RowKey(id, members), keys -> articles(request.caller(), knownAt, keys));
    }

    private CompletionStage<Map<RowKey, Article>> articles(Caller caller, Instant knownAt, Set<RowKey> keys) {
        Set<String> wanted = RowKey.members(keys);
        boolean versions = wanted.contains("versions");
        // sources-service sends versions with their texts only where the article's text is asked for too.
        boolean text = versions || wanted.contains("text");
        return shared.read(
                        caller,
                        "article " + knownAt + wanted,
                        RowKey.ids(keys),
                        FieldRequest.LARGEST_BATCH,
                        ids -> sources.ask(
                                        caller,
                                        (client, token) -> client.articlesByIds(
                                                token, new Ask.ArticlesByIds(ids, text, versions, knownAt, wanted)))
                                .thenApply(answer -> byKey(ids, answer.items())))
                .thenApply(rows -> RowKey.rows(keys, rows));
    }

    /** The same page, once the articles that are selected of its statements are at hand. */
    public CompletionStage<Page<Statement>> withArticles(FieldRequest request, Page<Statement> page) {
        return articlesOf(request, List.of(page)).thenApply(over -> page);
    }

    private CompletionStage<Void> articlesOf(FieldRequest request, Collection<Page<Statement>> pages) {
        Set<String> members = request.fieldsOfOnly("article");
        Set<RowKey> keys = new LinkedHashSet<>();
        if (!members.isEmpty()) {
            pages.forEach(page ->
                    page.items().forEach(item -> keys.add(new RowKey(item.node().articleId(), members))));
        }
        Instant knownAt = request.knownAt();
        return request.ahead("article " + knownAt, keys, all -> articles(request.caller(), knownAt, all));
    }

    /** A version of an article. */
    public CompletionStage<ArticleVersion> articleVersion(FieldRequest request, String id) {
        return fromSources(request, "articleVersion", id, SourcesClient::versionsByIds);
    }

    /** An outlet. */
    public CompletionStage<Outlet> outlet(FieldRequest request, String id) {
        return fromSources(request, "outlet", id, SourcesClient::outletsByIds);
    }

    /** A statement. */
    public CompletionStage<Statement> statement(FieldRequest request, String id) {
        return fromEvents(request, "statement", id, Statement::members, EventsClient::statementsByIds);
    }

    /** An actor with all that is known of it. */
    public CompletionStage<Actor> actor(FieldRequest request, String id) {
        return fromEvents(request, "actor", id, EventsClient::actorsByIds);
    }

    /** A proposal. */
    public CompletionStage<Proposal> proposal(FieldRequest request, String id) {
        return fromEvents(request, "proposal", id, Proposal::members, EventsClient::proposalsByIds);
    }

    /** A version of a proposal. */
    public CompletionStage<ProposalVersion> proposalVersion(FieldRequest request, String id) {
        return fromEvents(request, "proposalVersion", id, EventsClient::proposalVersionsByIds);
    }

    /** A page of statements that belong to {@code owner}, which is the id of an article, a speaker or a proposal. */
    public CompletionStage<Page<Statement>> statements(
            FieldRequest request, StatementsBy by, String owner, StatementFilter filter, Paging paging) {
        Caller caller = request.caller();
        var ask = new Ask.PagesBy<>(
                by.name(), null, filter, request.knownAt(), Statement.members(request.rowFields()), paging);
        String kind = "statements " + text(ask);
        return request.load(
                kind,
                owner,
                owners -> shared.read(
                                caller,
                                kind,
                                owners,
                                MOST_LISTS,
                                all -> events.ask(caller, (client, token) -> client.statementPages(token, ask.of(all)))
                                        .thenApply(Ask.Pages::pages))
                        .thenCompose(pages -> {
                            Map<String, Page<Statement>> own = new HashMap<>(pages);
                            own.keySet().retainAll(owners);
                            return articlesOf(request, own.values()).thenApply(over -> own);
                        }));
    }

    /** A page of an outlet's articles. */
    public CompletionStage<Page<Article>> articles(FieldRequest request, String outlet, Paging paging) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(
                "articles " + knownAt + text(paging),
                outlet,
                outlets -> sources.ask(
                                caller,
                                (client, token) ->
                                        client.articlesByOutlets(token, new Ask.PagesOf(outlets, knownAt, paging)))
                        .thenApply(Ask.Pages::pages));
    }

    /** A page of the places where articles speak of a proposal. */
    public CompletionStage<Page<Mention>> mentions(FieldRequest request, String proposal, Paging paging) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(
                "mentions " + knownAt + text(paging),
                proposal,
                proposals -> events.ask(
                                caller,
                                (client, token) -> client.mentions(token, new Ask.PagesOf(proposals, knownAt, paging)))
                        .thenApply(Ask.Pages::pages));
    }

    /** An utterance. */
    public CompletionStage<Utterance> utterance(FieldRequest request, String id) {
        return fromEvents(request, "utterance", id, EventsClient::utterancesByIds);
    }

    /** A conflict. */
    public CompletionStage<Conflict> conflict(FieldRequest request, String id) {
        return fromEvents(request, "conflict", id, EventsClient::conflictsByIds);
    }

    /** A point. */
    public CompletionStage<Point> point(FieldRequest request, String id) {
        return fromEvents(request, "point", id, EventsClient::pointsByIds);
    }

    /** An assertion. */
    public CompletionStage<Assertion> assertion(FieldRequest request, String id) {
        return fromEvents(request, "assertion", id, EventsClient::assertionsByIds);
    }

    /** A feed. */
    public CompletionStage<Feed> feed(FieldRequest request, String id) {
        return fromSources(request, "feed", id, SourcesClient::feedsByIds);
    }

    /** The articles that say the same as one, which most answers carry along. */
    public CompletionStage<List<ArticleDuplicate>> duplicates(FieldRequest request, Article article) {
        return article.duplicates() != null
                ? CompletableFuture.completedFuture(article.duplicates())
                : article(request, article.id(), Set.of("duplicates"))
                        .thenApply(whole -> whole.duplicates() == null ? List.of() : whole.duplicates());
    }

    /** Rows by their ids, in their order, without those that are no longer there. */
    public <V> CompletionStage<List<V>> all(
            List<String> ids, FieldRequest request, BiFunction<FieldRequest, String, CompletionStage<V>> one) {
        return together(ids.stream().map(id -> one.apply(request, id)).toList())
                .thenApply(rows -> rows.stream().filter(Objects::nonNull).toList());
    }

    /** The rows of a page of ids. */
    public <V> CompletionStage<Page<V>> page(
            Page<String> ids, FieldRequest request, BiFunction<FieldRequest, String, CompletionStage<V>> one) {
        return together(ids.items().stream()
                        .map(item ->
                                one.apply(request, item.node()).thenApply(row -> new Page.Item<>(item.cursor(), row)))
                        .toList())
                .thenApply(rows -> new Page<>(
                        rows.stream().filter(row -> row.node() != null).toList(),
                        ids.hasNext(),
                        ids.hasPrevious(),
                        ids.total()));
    }

    private static <V> CompletionStage<List<V>> together(List<CompletionStage<V>> stages) {
        List<CompletableFuture<V>> rows =
                stages.stream().map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
                .thenApply(done -> rows.stream().map(CompletableFuture::join).toList());
    }

    /** A page of positions that belong to {@code owner}. */
    public CompletionStage<Page<Position>> positions(FieldRequest request, String owner, Ask.Positions ask) {
        Caller caller = request.caller();
        return request.load(
                "positions " + text(ask),
                owner,
                owners -> events.ask(caller, (client, token) -> client.positionPages(token, ask.of(owners)))
                        .thenApply(Ask.Pages::pages));
    }

    /** A page of what articles state about {@code owner}, or of what it states, in their own voice. */
    public CompletionStage<Page<Assertion>> assertions(FieldRequest request, String by, String owner, Paging paging) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(
                "assertions " + by + knownAt + text(paging),
                owner,
                owners -> events.ask(
                                caller,
                                (client, token) -> client.assertionPages(
                                        token, new Ask.PagesBy<>(by, owners, null, knownAt, null, paging)))
                        .thenApply(Ask.Pages::pages));
    }

    /** A page of the proposals that answer one. */
    public CompletionStage<Page<Proposal>> responses(FieldRequest request, String proposal, Paging paging) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(
                "responses " + knownAt + text(paging),
                proposal,
                proposals -> events.ask(
                                caller,
                                (client, token) -> client.responses(token, new Ask.PagesOf(proposals, knownAt, paging)))
                        .thenApply(Ask.Pages::pages));
    }

    private <V> CompletionStage<V> fromSources(
            FieldRequest request, String kind, String id, ByIds<SourcesClient, V> call) {
        Caller caller = request.caller();
        return request.load(
                kind,
                id,
                ids -> shared.read(
                        caller,
                        kind,
                        ids,
                        FieldRequest.LARGEST_BATCH,
                        all -> sources.ask(
                                        caller, (client, token) -> call.read(client, token, new Ask.ByIds(all, null)))
                                .thenApply(answer -> byKey(all, answer.items()))));
    }

    /** @param members what the service has to send for the fields that are selected */
    private <V> CompletionStage<V> fromEvents(
            FieldRequest request,
            String kind,
            String id,
            Function<Collection<String>, Set<String>> members,
            ByIds<EventsClient, V> call) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(kind + " " + knownAt, new RowKey(id, members.apply(request.rowFields())), keys -> {
            Set<String> wanted = RowKey.members(keys);
            return byIds(caller, kind + " " + knownAt + wanted, RowKey.ids(keys), knownAt, wanted, call)
                    .thenApply(rows -> RowKey.rows(keys, rows));
        });
    }

    private <V> CompletionStage<V> fromEvents(
            FieldRequest request, String kind, String id, ByIds<EventsClient, V> call) {
        Caller caller = request.caller();
        Instant knownAt = request.knownAt();
        return request.load(
                kind + " " + knownAt, id, ids -> byIds(caller, kind + " " + knownAt, ids, knownAt, null, call));
    }

    private <V> CompletionStage<Map<String, V>> byIds(
            Caller caller,
            String what,
            Set<String> ids,
            Instant knownAt,
            Set<String> members,
            ByIds<EventsClient, V> call) {
        return shared.read(
                caller,
                what,
                ids,
                FieldRequest.LARGEST_BATCH,
                all -> events.ask(
                                caller,
                                (client, token) -> call.read(client, token, new Ask.ByIds(all, knownAt, members)))
                        .thenApply(answer -> byKey(all, answer.items())));
    }

    private interface ByIds<C, V> {
        CompletionStage<Ask.Items<V>> read(C client, String token, Ask.ByIds ids);
    }

    /** The rows stand in the order of the keys, with null where there is none. */
    static <K, V> Map<K, V> byKey(Iterable<K> keys, List<V> rows) {
        Map<K, V> found = new HashMap<>();
        Iterator<V> row = rows.iterator();
        for (K key : keys) {
            V value = row.next();
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    private String text(Object arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments that were read cannot be written", e);
        }
    }
}

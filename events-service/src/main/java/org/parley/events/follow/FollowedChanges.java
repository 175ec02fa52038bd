package org.parley.events.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.article.ArticleCopy;
import org.parley.events.article.ArticleCopy.VersionId;
import org.parley.events.article.ArticleFacts;
import org.parley.events.article.ArticleFacts.OutletFacts;
import org.parley.events.extract.WorkQueue;
import org.parley.events.extract.WorkSignal;
import org.parley.events.sources.ArticlesAsked;
import org.parley.events.sources.FeedEvent;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.SourcesApi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/**
 * Takes over a page of changes in one transaction: the copies, the work to do, the cursor, and the changes once more in
 * this service's own feed. Either all of it is there afterwards or nothing, so a page can be taken over again at will.
 */
@ApplicationScoped
class FollowedChanges {

    private static final String ARTICLE = "org.parley.article.";
    private static final String OUTLET = "org.parley.outlet.";

    private final Jdbi jdbi;
    private final SourcesApi sources;
    private final ObjectMapper json;
    private final FeedPosition position;
    private final WorkSignal signal;
    private final Changes changes;
    private final Clock clock;

    FollowedChanges(
            Jdbi jdbi,
            @RestClient SourcesApi sources,
            ObjectMapper json,
            FeedPosition position,
            WorkSignal signal,
            Changes changes,
            Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.json = json;
        this.position = position;
        this.signal = signal;
        this.changes = changes;
        this.clock = clock;
    }

    void apply(String from, FeedPage page) {
        if (page.events().isEmpty() && page.next().equals(from)) {
            return;
        }
        List<ArticleFacts> late = articlesWithLateVersions(page);
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    if (position.move(handle, from, page.next(), lag(page))) {
                        take(handle, page.events(), late);
                    }
                }));
        signal.wake();
    }

    /**
     * A version that arrives late, retrieved before the one that is current, leaves the article's facts as they were: the
     * change does not tell its number, so all versions of such an article are asked for.
     */
    private List<ArticleFacts> articlesWithLateVersions(FeedPage page) {
        Set<String> ids = page.events().stream()
                .filter(event -> event.type().startsWith(ARTICLE + "version-added."))
                .filter(FollowedChanges::isLate)
                .map(FeedEvent::subject)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : sources
                        .articles(new ArticlesAsked(
                                ids.stream().map(UUID::fromString).toList(), true))
                        .items()
                        .stream()
                        .filter(article -> article != null && !article.isNull())
                        .map(article -> facts(article, ArticleFacts.class))
                        .toList();
    }

    private static boolean isLate(FeedEvent event) {
        return event.before() != null && event.before().equals(event.after());
    }

    private void take(Handle handle, List<FeedEvent> events, List<ArticleFacts> late) {
        List<OutletFacts> outlets = new ArrayList<>();
        Map<FeedEvent, ArticleFacts> articles = new LinkedHashMap<>();
        for (FeedEvent event : events) {
            if (event.type().startsWith(OUTLET) && event.after() != null) {
                outlets.add(facts(event.after(), OutletFacts.class));
            } else if (event.type().startsWith(ARTICLE) && event.after() != null) {
                articles.put(event, facts(event.after(), ArticleFacts.class));
            }
        }
        Set<UUID> changedOutlets = ArticleCopy.putOutlets(handle, outlets);
        Set<VersionId> newVersions = ArticleCopy.putArticles(handle, articles.values());
        newVersions.addAll(ArticleCopy.putArticles(handle, late));
        WorkQueue.add(handle, newVersions);
        for (FeedEvent event : events) {
            ArticleFacts article = articles.get(event);
            boolean repeated = article != null && addsVersion(event)
                    ? !newVersions.contains(new VersionId(article.id(), article.version()))
                    : event.type().startsWith(OUTLET) && !changedOutlets.contains(UUID.fromString(event.subject()));
            if (!repeated) {
                changes.record(
                        event.type(), event.subject(), new ChangeData(event.before(), event.after(), event.reason()));
            }
        }
    }

    private static boolean addsVersion(FeedEvent event) {
        return event.type().startsWith(ARTICLE + "stored.")
                || (event.type().startsWith(ARTICLE + "version-added.") && !isLate(event));
    }

    /** Seconds between the last change and its arrival here; 0 when everything has arrived. */
    private double lag(FeedPage page) {
        if (!page.more()) {
            return 0;
        }
        FeedEvent last = page.events().get(page.events().size() - 1);
        return Duration.between(last.time(), clock.instant()).toMillis() / 1000.0;
    }

    private <T> T facts(JsonNode row, Class<T> type) {
        try {
            return json.treeToValue(row, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sources-service tells of a row in a form that is not known here", e);
        }
    }
}

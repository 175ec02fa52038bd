package org.parley.events.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
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
import org.parley.events.table.Json;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/**
 * Takes over changes in one transaction: the copies, the work to do, which changes they were, the cursor of the feed if they came
 * by it, and the changes once more in this service's own feed. Either all of it is there afterwards or nothing, and what is known
 * by its id is left out, so the same can be taken over again at will, and whichever way it comes.
 *
 * <p>A change that cannot be taken over for good is noted as refused, with the reason, and those behind it go on.
 */
@ApplicationScoped
class FollowedChanges {

    private static final Logger LOG = Logger.getLogger(FollowedChanges.class);
    private static final String ARTICLE = "org.parley.article.";
    private static final String OUTLET = "org.parley.outlet.";

    private final Jdbi jdbi;
    private final SourcesApi sources;
    private final ObjectMapper json;
    private final FeedPosition position;
    private final KnownChanges known;
    private final WorkSignal signal;
    private final Changes changes;
    private final Clock clock;

    FollowedChanges(
            Jdbi jdbi,
            @RestClient SourcesApi sources,
            ObjectMapper json,
            FeedPosition position,
            KnownChanges known,
            WorkSignal signal,
            Changes changes,
            Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.json = json;
        this.position = position;
        this.known = known;
        this.signal = signal;
        this.changes = changes;
        this.clock = clock;
    }

    /** A page of the feed, read from a cursor; nothing happens if the cursor has moved since. */
    void apply(String from, FeedPage page) {
        if (page.events().isEmpty() && page.next().equals(from)) {
            return;
        }
        take(page.events(), handle -> position.move(handle, from, page.next(), lag(page)));
        signal.wake();
    }

    /** Changes that came otherwise, those of one row in their order. */
    void apply(List<FeedEvent> events) {
        take(events, handle -> true);
        signal.wake();
    }

    /** Tries once more what was refused: another version of this service may know its form. */
    void retryRefused() {
        for (KnownChanges.Kept kept : known.kept()) {
            try {
                takeAtOnce(List.of(event(kept.told())), handle -> known.forgive(handle, kept.id()));
            } catch (RuntimeException e) {
                if (!isForGood(e)) {
                    throw e;
                }
                LOG.debugf("%s is still refused: %s", kept.id(), e.getMessage());
            }
        }
    }

    /**
     * A change as it was written to a topic.
     *
     * @throws UnknownForm if it is none
     */
    FeedEvent event(String told) {
        try {
            FeedEvent event = json.readValue(told == null ? "null" : told, FeedEvent.class);
            if (event == null || event.id() == null || event.type() == null || event.subject() == null) {
                throw new UnknownForm("a change without id, type or subject", null);
            }
            UUID.fromString(event.subject());
            return event;
        } catch (IllegalArgumentException e) {
            throw new UnknownForm("the subject is no id", e);
        } catch (JsonProcessingException e) {
            throw new UnknownForm("no change: " + e.getOriginalMessage(), e);
        }
    }

    private void take(List<FeedEvent> events, Predicate<Handle> mine) {
        try {
            takeAtOnce(events, mine);
        } catch (RuntimeException e) {
            if (!isForGood(e)) {
                throw e;
            }
            // Each by itself, so that only what cannot be taken is left out; then all are known, and what remains is
            // the position.
            events.forEach(this::takeOrRefuse);
            takeAtOnce(events, mine);
        }
    }

    private void takeOrRefuse(FeedEvent event) {
        try {
            takeAtOnce(List.of(event), handle -> true);
        } catch (RuntimeException e) {
            if (!isForGood(e)) {
                throw e;
            }
            LOG.errorf("A change of sources-service cannot be taken over and is passed by: %s: %s", event.id(), e);
            known.refuse(event.id(), Json.write(event), reason(e));
        }
    }

    private void takeAtOnce(List<FeedEvent> events, Predicate<Handle> mine) {
        List<ArticleFacts> late = articlesWithLateVersions(events);
        QuarkusTransaction.requiringNew().run(() -> {
            // Two replicas can have changes of one row at hand, while its partition goes from the one to the other.
            changes.lockFirst(events.stream().map(FeedEvent::subject).toList());
            jdbi.useHandle(handle -> {
                if (mine.test(handle)) {
                    Set<UUID> unknown = known.note(handle, events);
                    take(
                            handle,
                            events.stream()
                                    .filter(event -> unknown.remove(event.id()))
                                    .toList(),
                            late);
                }
            });
        });
    }

    /** Whether trying again cannot help: what is told has another form, or values that the tables do not take. */
    private static boolean isForGood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownForm) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    /** For people outside: what the database says of its tables stays in the log. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownForm) {
                return cause.getMessage();
            }
            if (cause instanceof SQLException sql) {
                return "the record has no place for one of its values, or lacks one (SQL state %s; the log has more)"
                        .formatted(sql.getSQLState());
            }
        }
        throw new IllegalArgumentException("that may pass", failure);
    }

    /**
     * A version that arrives late, retrieved before the one that is current, leaves the article's facts as they were: the
     * change does not tell its number, so all versions of such an article are asked for.
     */
    private List<ArticleFacts> articlesWithLateVersions(List<FeedEvent> events) {
        Set<String> ids = events.stream()
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
            throw new UnknownForm("a row in a form that is not known here: " + e.getOriginalMessage(), e);
        }
    }
}

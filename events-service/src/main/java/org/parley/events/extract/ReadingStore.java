package org.parley.events.extract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.ActorBook;
import org.parley.events.actor.Countries;
import org.parley.events.negotiation.EvidenceBook;
import org.parley.events.negotiation.Negotiations;
import org.parley.events.proposal.MentionBook;
import org.parley.events.resolve.Resolve;
import org.parley.events.statement.KnownStatement;
import org.parley.events.statement.NewReadings;
import org.parley.events.statement.NewReadings.Mentioned;
import org.parley.events.statement.StatementBook;
import org.parley.events.table.Rows;
import org.parley.events.utterance.ReportBook;
import org.parley.extraction.Speaker;

/**
 * Stores what was read in an article version, in one transaction: actors, mentions and proposals, statements and their
 * readings, the changes, and the end of the work item. Either all of it is there or none, and only once.
 */
@ApplicationScoped
class ReadingStore {

    private final Jdbi jdbi;
    private final Countries countries;
    private final RecordChanges changes;
    private final Clock clock;

    ReadingStore(Jdbi jdbi, Countries countries, RecordChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.countries = countries;
        this.changes = changes;
        this.clock = clock;
    }

    private record ExtractionRow(
            UUID articleId,
            int articleVersion,
            String extractor,
            String language,
            boolean extracted,
            int statements,
            int mentions,
            Instant knownAt) {}

    /** @return false when the claim was lost meanwhile: then nothing was stored, and another worker does it */
    boolean store(ReadArticle read) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    // Before any write: actors and proposals are resolved by one at a time, and the change feed keeps
                    // this order.
                    Resolve.alone(handle);
                    if (!WorkQueue.hold(handle, read.item())) {
                        return false;
                    }
                    if (!storedBefore(handle, read)
                            && !Retractions.isRetracted(handle, read.item().articleId())) {
                        enter(handle, read);
                    }
                    WorkQueue.done(handle, read.item(), read.extractor());
                    return true;
                }));
    }

    private void enter(Handle handle, ReadArticle read) {
        Instant now = clock.instant();
        UUID article = read.item().articleId();
        int version = read.item().version();
        boolean current = read.article().newest();
        enterExtraction(handle, read, now);
        ReportBook.enterOrigin(handle, article, version, read.text(), now);
        if (current) {
            handle.execute("update article set read_version = ? where id = ?", version, article);
        }
        Map<Speaker, UUID> actors = actors(handle, read, now);
        List<UUID> mentions = new MentionBook(handle, article, version, read.extractor(), now)
                .enter(read.found(), read.text(), current);
        EvidenceBook.enter(
                handle,
                article,
                version,
                read.extractor(),
                read.found(),
                read.text(),
                current,
                name -> actors.get(countries.sponsor(name)),
                now);
        Negotiations negotiations = new Negotiations(handle, now);
        List<Mentioned> meant = meant(negotiations, read, mentions);
        List<KnownStatement> known = KnownStatement.of(handle, article);
        RecordChanges.Before before = changes.before(known);
        StatementBook.Outcome outcome = new StatementBook(
                        handle,
                        new NewReadings(
                                article,
                                version,
                                read.extractor(),
                                read.text(),
                                read.article().outletId(),
                                read.article().publishedAt(),
                                current,
                                read.found().statements(),
                                actors,
                                meant,
                                now))
                .enter(known, read.maps());
        if (current) {
            PlacementBook.enter(handle, article, version, read.maps(), now);
        } else {
            PlacementBook.enter(handle, article, read.article().readVersion(), Map.of(version, read.toNewest()), now);
        }
        if (current) {
            People.enter(handle, read, actors, now);
            Set<UUID> touched = new LinkedHashSet<>(outcome.touched());
            touched.addAll(negotiations.statements());
            Resolve.after(handle, touched, now);
        }
        boolean again = read.article().versionsRead().contains(version);
        changes.record(before, outcome, current, again ? ChangeReason.EXTRACTION : reason(read));
        changes.recordProposals(negotiations.added(), negotiations.changed(), negotiations.gone());
    }

    /** What the mentions mean, resolved with what other articles tell. */
    private static List<Mentioned> meant(Negotiations negotiations, ReadArticle read, List<UUID> mentions) {
        UUID article = read.item().articleId();
        if (read.article().newest()) {
            negotiations.takeIn(article, read.found().names(), read.article().publishedOn());
        } else {
            negotiations.resolveAgain(article);
        }
        Map<UUID, Negotiations.Meaning> meanings =
                negotiations.meanings(article, read.item().version());
        return mentions.stream()
                .map(id -> {
                    Negotiations.Meaning meaning = meanings.get(id);
                    return meaning == null
                            ? new Mentioned(id, null, null)
                            : new Mentioned(id, meaning.proposalId(), meaning.versionId());
                })
                .toList();
    }

    private static ChangeReason reason(ReadArticle read) {
        return read.article().versionsRead().isEmpty() ? ChangeReason.EXTRACTION : ChangeReason.NEW_VERSION;
    }

    /** A row is there if this version was read by this extractor before: then there is nothing to add. */
    private static boolean storedBefore(Handle handle, ReadArticle read) {
        return handle.createQuery("""
                        select exists (select from extraction
                            where article_id = :article and article_version = :version and extractor = :extractor)""")
                .bind("article", read.item().articleId())
                .bind("version", read.item().version())
                .bind("extractor", read.extractor())
                .mapTo(Boolean.class)
                .one();
    }

    private static void enterExtraction(Handle handle, ReadArticle read, Instant now) {
        Rows.insert(
                handle,
                "extraction",
                List.of(new ExtractionRow(
                        read.item().articleId(),
                        read.item().version(),
                        read.extractor(),
                        read.found().language(),
                        read.found().extracted(),
                        read.found().statements().size(),
                        read.found().mentions().size(),
                        now)));
    }

    /** The actor of each speaker as found, and of each sponsor. */
    private Map<Speaker, UUID> actors(Handle handle, ReadArticle read, Instant now) {
        Map<Speaker, Speaker> canonical = new LinkedHashMap<>();
        read.found()
                .statements()
                .forEach(statement ->
                        statement.speakers().forEach(speaker -> canonical.put(speaker, countries.canonical(speaker))));
        Set<Speaker> all = new LinkedHashSet<>(canonical.values());
        Map<String, Speaker> byName = new HashMap<>();
        all.forEach(speaker -> byName.putIfAbsent(speaker.name(), speaker));
        Collection<String> sponsors = EvidenceBook.names(read.found());
        for (String name : sponsors) {
            all.add(byName.getOrDefault(name, countries.sponsor(name)));
        }
        ActorBook book = new ActorBook(handle, read.item().articleId(), now);
        Map<Speaker, UUID> resolved = book.resolve(all);
        book.enterRoles(resolved, read.text(), read.item().version());
        Map<Speaker, UUID> actors = new HashMap<>(resolved);
        canonical.forEach((found, speaker) -> actors.put(found, resolved.get(speaker)));
        for (String name : sponsors) {
            actors.put(countries.sponsor(name), resolved.get(byName.getOrDefault(name, countries.sponsor(name))));
        }
        return actors;
    }
}

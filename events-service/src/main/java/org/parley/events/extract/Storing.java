package org.parley.events.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.ActorBook;
import org.parley.events.actor.Countries;
import org.parley.events.extract.RecordChanges.Stored;
import org.parley.events.negotiation.EvidenceBook;
import org.parley.events.negotiation.Negotiations;
import org.parley.events.negotiation.Negotiations.Arrival;
import org.parley.events.negotiation.Negotiations.Meaning;
import org.parley.events.proposal.MentionBook;
import org.parley.events.resolve.Resolve;
import org.parley.events.statement.KnownStatement;
import org.parley.events.statement.NewReadings;
import org.parley.events.statement.NewReadings.Mentioned;
import org.parley.events.statement.StatementBook;
import org.parley.events.table.Rows;
import org.parley.events.utterance.ReportBook;
import org.parley.extraction.Speaker;

/** The steps of storing some article versions, in a transaction that holds the lock of resolving. */
final class Storing {

    private record ExtractionRow(
            UUID articleId,
            int articleVersion,
            String extractor,
            String language,
            boolean extracted,
            int statements,
            int mentions,
            Instant knownAt) {}

    /** An article whose own rows are there, but for its statements, which are told together with what they mean. */
    private record Entered(ReadArticle read, Map<Speaker, UUID> actors, List<UUID> mentions) {

        UUID article() {
            return read.item().articleId();
        }

        boolean current() {
            return read.article().newest();
        }
    }

    private final Handle handle;
    private final Countries countries;
    private final RecordChanges changes;
    private final Instant now;

    Storing(Handle handle, Countries countries, RecordChanges changes, Instant now) {
        this.handle = handle;
        this.countries = countries;
        this.changes = changes;
        this.now = now;
    }

    void enter(List<ReadArticle> reads) {
        List<Entered> entered = reads.stream().map(this::enter).toList();
        Negotiations negotiations = new Negotiations(handle, now);
        negotiations.takeIn(
                entered.stream().filter(Entered::current).map(Storing::arrival).toList(),
                entered.stream()
                        .filter(each -> !each.current())
                        .map(Entered::article)
                        .toList());
        Map<UUID, Meaning> meanings = negotiations.meanings(
                entered.stream().flatMap(each -> each.mentions().stream()).toList());
        List<Stored> stored = new ArrayList<>();
        Set<UUID> touched = new LinkedHashSet<>();
        for (Entered each : entered) {
            Stored outcome = enterStatements(each, meanings);
            stored.add(outcome);
            if (each.current()) {
                People.enter(handle, each.read(), each.actors(), now);
                touched.addAll(outcome.outcome().touched());
            }
        }
        if (entered.stream().anyMatch(Entered::current)) {
            Set<UUID> people = new HashSet<>();
            entered.stream()
                    .filter(Entered::current)
                    .forEach(each -> people.addAll(each.actors().values()));
            People.ask(handle, people, now);
            touched.addAll(negotiations.statements());
            Resolve.after(handle, touched, now);
        }
        changes.record(stored);
        changes.recordProposals(negotiations.added(), negotiations.changed(), negotiations.gone());
    }

    private static Arrival arrival(Entered entered) {
        return new Arrival(
                entered.article(),
                entered.read().found().names(),
                entered.read().article().publishedOn());
    }

    private Entered enter(ReadArticle read) {
        UUID article = read.item().articleId();
        int version = read.item().version();
        boolean current = read.article().newest();
        enterExtraction(read);
        ReportBook.enterOrigin(handle, article, version, read.text(), now);
        if (current) {
            handle.execute("update article set read_version = ? where id = ?", version, article);
        }
        Map<Speaker, UUID> actors = actors(read);
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
        return new Entered(read, actors, mentions);
    }

    private Stored enterStatements(Entered entered, Map<UUID, Meaning> meanings) {
        ReadArticle read = entered.read();
        UUID article = entered.article();
        int version = read.item().version();
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
                                entered.current(),
                                read.found().statements(),
                                entered.actors(),
                                entered.mentions().stream()
                                        .map(id -> mentioned(id, meanings.get(id)))
                                        .toList(),
                                now))
                .enter(known, read.maps());
        if (entered.current()) {
            PlacementBook.enter(handle, article, version, read.maps(), now);
        } else {
            PlacementBook.enter(handle, article, read.article().readVersion(), Map.of(version, read.toNewest()), now);
        }
        boolean again = read.article().versionsRead().contains(version);
        return new Stored(before, outcome, entered.current(), again ? ChangeReason.EXTRACTION : reason(read));
    }

    private static Mentioned mentioned(UUID id, Meaning meaning) {
        return meaning == null
                ? new Mentioned(id, null, null)
                : new Mentioned(id, meaning.proposalId(), meaning.versionId());
    }

    private static ChangeReason reason(ReadArticle read) {
        return read.article().versionsRead().isEmpty() ? ChangeReason.EXTRACTION : ChangeReason.NEW_VERSION;
    }

    private void enterExtraction(ReadArticle read) {
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
    private Map<Speaker, UUID> actors(ReadArticle read) {
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

package org.parley.events.extract;

import java.time.Instant;
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
import org.parley.events.actor.Surnames;
import org.parley.events.article.ArticleCopy.VersionId;
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
import org.parley.events.table.Json;
import org.parley.events.table.NewRows;
import org.parley.events.table.Rows;
import org.parley.events.utterance.ReportBook;
import org.parley.extraction.Speaker;

/** The steps of storing some article versions, in a transaction that holds the lock of resolving. */
final class Storing {

    /** What only the newest version of an article tells, beside its readings. */
    private static final List<String> REPLACED = List.of("mention", "assertion", "proposal_evidence", "actor_side");

    private record ExtractionRow(
            UUID articleId,
            int articleVersion,
            String extractor,
            String language,
            boolean extracted,
            int statements,
            int mentions,
            String digest,
            String foundBy,
            Instant knownAt) {}

    /** What was read in an article before, and how it was shown. */
    private record Known(List<KnownStatement> statements, RecordChanges.Before before) {}

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
    private final ActorBook actors;
    private final NewRows rows = new NewRows();

    Storing(Handle handle, Countries countries, RecordChanges changes, Instant now) {
        this.handle = handle;
        this.countries = countries;
        this.changes = changes;
        this.now = now;
        this.actors = new ActorBook(handle, now);
    }

    void enter(List<ReadArticle> all) {
        Map<ReadArticle, String> same = SameReading.of(handle, all);
        rows.add(
                "extraction",
                all.stream().map(read -> extraction(read, same.get(read))).toList());
        List<ReadArticle> reads =
                all.stream().filter(read -> !same.containsKey(read)).toList();
        if (reads.isEmpty()) {
            rows.write(handle);
            return;
        }
        Map<UUID, Known> known = known(reads);
        close(reads);
        Map<VersionId, String> texts = new HashMap<>();
        reads.forEach(read ->
                texts.put(new VersionId(read.item().articleId(), read.item().version()), read.text()));
        ReportBook.addOrigins(handle, texts, rows, now);
        List<Entered> entered = reads.stream().map(this::enter).toList();
        actors.write();
        rows.write(handle);
        Negotiations negotiations = resolve(entered);
        Map<UUID, Meaning> meanings = negotiations.meanings(
                entered.stream().flatMap(each -> each.mentions().stream()).toList());
        List<Stored> stored = entered.stream()
                .map(each -> addStatements(each, known.get(each.article()), meanings))
                .toList();
        rows.write(handle);
        entered.forEach(this::place);
        List<Entered> current = entered.stream().filter(Entered::current).toList();
        Set<UUID> corroborated = Set.of();
        Set<UUID> moved = new LinkedHashSet<>();
        if (!current.isEmpty()) {
            Set<UUID> people = new HashSet<>();
            current.forEach(each -> people.addAll(each.actors().values()));
            Set<UUID> touched = new LinkedHashSet<>(negotiations.statements());
            Surnames.Outcome surnames = People.know(handle, people, now);
            moved.addAll(surnames.moved());
            touched.addAll(surnames.statements());
            stored.stream()
                    .filter(Stored::current)
                    .forEach(each -> touched.addAll(each.outcome().touched()));
            corroborated = Resolve.after(handle, touched, negotiations.touched(), now);
        }
        changes.record(stored);
        changes.recordProposals(negotiations.added(), negotiations.changed(), negotiations.gone(), now);
        changes.recordActors(moved, now);
        changes.recordCorroborated(corroborated, now);
    }

    /** Of articles that were read before, what was read. */
    private Map<UUID, Known> known(List<ReadArticle> reads) {
        Map<UUID, Known> all = new HashMap<>();
        for (ReadArticle read : reads) {
            UUID article = read.item().articleId();
            List<KnownStatement> known = read.isFirst() ? List.of() : KnownStatement.of(handle, article);
            all.put(article, new Known(known, changes.before(known)));
        }
        return all;
    }

    /** What an article told before, its newest version takes the place of. */
    private void close(List<ReadArticle> reads) {
        List<UUID> articles = reads.stream()
                .filter(read -> !read.isFirst() && read.article().newest())
                .map(read -> read.item().articleId())
                .toList();
        for (String table : articles.isEmpty() ? List.<String>of() : REPLACED) {
            handle.createUpdate("""
                            update %s set superseded_at = :now where superseded_at is null
                                and article_id = any(cast(string_to_array(:ids, ',') as uuid[]))""".formatted(table))
                    .bind("now", now)
                    .bind("ids", Rows.list(articles))
                    .execute();
        }
        handle.createUpdate("""
                        update article a set read_version = x.version
                        from jsonb_to_recordset(cast(:items as jsonb)) x(article_id uuid, version int) where a.id = x.article_id""")
                .bind(
                        "items",
                        Json.write(reads.stream()
                                .filter(read -> read.article().newest())
                                .map(ReadArticle::item)
                                .toList()))
                .execute();
    }

    private Negotiations resolve(List<Entered> entered) {
        Negotiations negotiations = new Negotiations(handle, now);
        negotiations.takeIn(
                entered.stream().filter(Entered::current).map(Storing::arrival).toList(),
                entered.stream()
                        .filter(each -> !each.current())
                        .map(Entered::article)
                        .toList());
        return negotiations;
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
        Map<Speaker, UUID> found = actors(read);
        List<UUID> mentions =
                new MentionBook(rows, article, version, read.extractor(), now).add(read.found(), read.text(), current);
        EvidenceBook.add(
                rows,
                article,
                version,
                read.extractor(),
                read.found(),
                read.text(),
                current,
                name -> found.get(countries.sponsor(name)),
                now);
        if (current) {
            People.add(actors, rows, read, found, now);
        }
        return new Entered(read, found, mentions);
    }

    private Stored addStatements(Entered entered, Known known, Map<UUID, Meaning> meanings) {
        ReadArticle read = entered.read();
        StatementBook.Outcome outcome = new StatementBook(
                        handle,
                        new NewReadings(
                                entered.article(),
                                read.item().version(),
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
                                now),
                        rows)
                .enter(known.statements(), read.maps());
        boolean again = read.article().versionsRead().contains(read.item().version());
        ChangeReason reason = read.isFirst() || again ? ChangeReason.EXTRACTION : ChangeReason.NEW_VERSION;
        return new Stored(known.before(), outcome, entered.current(), reason);
    }

    private void place(Entered entered) {
        ReadArticle read = entered.read();
        int version = read.item().version();
        if (entered.current()) {
            PlacementBook.enter(handle, entered.article(), version, read.maps(), now);
        } else {
            PlacementBook.enter(
                    handle, entered.article(), read.article().readVersion(), Map.of(version, read.toNewest()), now);
        }
    }

    private static Mentioned mentioned(UUID id, Meaning meaning) {
        return meaning == null
                ? new Mentioned(id, null, null)
                : new Mentioned(id, meaning.proposalId(), meaning.versionId());
    }

    private ExtractionRow extraction(ReadArticle read, String foundBy) {
        return new ExtractionRow(
                read.item().articleId(),
                read.item().version(),
                read.extractor(),
                read.found().language(),
                read.found().extracted(),
                read.found().statements().size(),
                read.found().mentions().size(),
                SameReading.digest(read),
                foundBy,
                now);
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
        Map<Speaker, UUID> resolved = actors.resolve(read.item().articleId(), all);
        actors.addRoles(
                read.item().articleId(), resolved, read.text(), read.item().version());
        Map<Speaker, UUID> found = new HashMap<>(resolved);
        canonical.forEach((printed, speaker) -> found.put(printed, resolved.get(speaker)));
        for (String name : sponsors) {
            found.put(countries.sponsor(name), resolved.get(byName.getOrDefault(name, countries.sponsor(name))));
        }
        return found;
    }
}

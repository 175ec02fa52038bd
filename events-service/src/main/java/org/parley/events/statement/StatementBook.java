package org.parley.events.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.SpanMap;
import org.parley.events.statement.NewReadings.Mentioned;
import org.parley.events.table.Json;
import org.parley.events.table.NewRows;
import org.parley.events.table.Rows;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.StanceValue;

/** Enters what was read in an article version: new statements, readings of known ones, the end of those that are gone. */
public final class StatementBook {

    private record StatementRowOf(UUID id, UUID articleId, Instant knownAt) {}

    private record SpeakerRow(UUID readingId, int position, UUID actorId, Instant sortAt, UUID statementId) {}

    private record AboutRow(
            UUID readingId,
            int position,
            UUID proposalId,
            UUID versionId,
            UUID mentionId,
            boolean leads,
            StanceValue stance,
            Instant sortAt,
            UUID statementId,
            Instant knownAt) {}

    /**
     * What became of an article's statements.
     *
     * @param added new ones
     * @param kept known ones that were read again
     * @param gone ones of the present record that were not found any more
     */
    public record Outcome(List<UUID> added, List<UUID> kept, List<UUID> gone) {

        /** All of them. */
        public List<UUID> touched() {
            return Stream.of(added, kept, gone).flatMap(List::stream).toList();
        }
    }

    private final Handle handle;
    private final NewReadings in;
    private final NewRows into;
    private final List<ReadingRow> readings = new ArrayList<>();
    private final List<SpeakerRow> speakers = new ArrayList<>();
    private final List<AboutRow> abouts = new ArrayList<>();

    /** @param into where what is new is added */
    public StatementBook(Handle handle, NewReadings in, NewRows into) {
        this.handle = handle;
        this.in = in;
        this.into = into;
    }

    /**
     * Adds the readings, and ends those they take the place of.
     *
     * @param known all statements of the article
     * @param maps from each version they were read in to this one
     */
    public Outcome enter(List<KnownStatement> known, Map<Integer, SpanMap> maps) {
        Map<Integer, KnownStatement> same = SameStatements.match(in.statements(), known, maps);
        Map<String, UUID> outlets = outletsNamed();
        List<StatementRowOf> statements = new ArrayList<>();
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < in.statements().size(); i++) {
            KnownStatement before = same.get(i);
            UUID id = before == null ? UuidCreator.getTimeOrderedEpoch() : before.id();
            if (before == null) {
                statements.add(new StatementRowOf(id, in.articleId(), in.now()));
            } else {
                kept.add(id);
            }
            add(in.statements().get(i), id, before == null ? in.now() : before.knownAt(), outlets);
        }
        List<UUID> gone = new ArrayList<>();
        if (in.current() && !known.isEmpty()) {
            handle.createUpdate(
                            "update reading set superseded_at = :now where article_id = :article and superseded_at is null")
                    .bind("now", in.now())
                    .bind("article", in.articleId())
                    .execute();
            known.stream()
                    .filter(each -> each.current() && !same.containsValue(each))
                    .forEach(each -> gone.add(each.id()));
        }
        into.add("statement", statements);
        into.add("reading", readings);
        into.add("reading_speaker", speakers);
        into.add("reading_about", abouts);
        return new Outcome(statements.stream().map(StatementRowOf::id).toList(), kept, gone);
    }

    private void add(ExtractedStatement found, UUID statement, Instant firstKnownAt, Map<String, UUID> outlets) {
        ReadingRow reading = ReadingRow.of(in, found, statement, firstKnownAt, outlets);
        readings.add(reading);
        Set<UUID> actors = new LinkedHashSet<>();
        found.speakers().forEach(speaker -> actors.add(in.actors().get(speaker)));
        int position = 0;
        for (UUID actor : actors) {
            speakers.add(new SpeakerRow(reading.id(), position++, actor, reading.sortAt(), statement));
        }
        addAbout(found.about(), reading);
    }

    /** One row for each version spoken of; the first that names a stance toward it tells the stance. */
    private void addAbout(List<About> found, ReadingRow reading) {
        Map<List<UUID>, AboutRow> rows = new LinkedHashMap<>();
        Set<UUID> led = new HashSet<>();
        for (About about : found) {
            Mentioned meant = in.mentions().get(about.mention());
            if (meant.proposalId() != null) {
                List<UUID> version = Arrays.asList(meant.proposalId(), meant.versionId());
                AboutRow before = rows.get(version);
                if (before == null) {
                    rows.put(version, row(reading, rows.size(), meant, led.add(meant.proposalId()), about.stance()));
                } else if (before.stance() == null && about.stance() != null) {
                    rows.put(version, row(reading, before.position(), meant, before.leads(), about.stance()));
                }
            }
        }
        abouts.addAll(rows.values());
    }

    private AboutRow row(ReadingRow reading, int position, Mentioned meant, boolean leads, StanceValue stance) {
        return new AboutRow(
                reading.id(),
                position,
                meant.proposalId(),
                meant.versionId(),
                meant.id(),
                leads,
                stance,
                reading.sortAt(),
                reading.statementId(),
                in.now());
    }

    private Map<String, UUID> outletsNamed() {
        Map<String, UUID> outlets = new HashMap<>();
        List<String> names = in.statements().stream()
                .filter(statement -> statement.via() != null)
                .map(statement -> statement.via().value().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.isEmpty()) {
            handle.createQuery("""
                            select id, lower(name) as name from outlet
                            where lower(name) in (select jsonb_array_elements_text(cast(:names as jsonb)))""")
                    .bind("names", Json.write(names))
                    .map((row, context) -> outlets.put(row.getString("name"), Rows.uuid(row, "id")))
                    .list();
        }
        return outlets;
    }
}

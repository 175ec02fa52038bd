package org.parley.events.utterance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.names.Gazetteers;

/** Reads reports of the present record. What a person has rejected reports nothing. */
final class ReportRows {

    private static final Gazetteers GAZETTEERS = Gazetteers.load();

    private static final String ACTOR = "a:";

    /** What may change of a report; the rest is {@link Printed}. */
    private record Row(UUID reading, String outlet, String url, Set<UUID> proposals) {}

    private static final String SELECT = """
            select r.id, o.name as outlet_name, a.url,
                (select string_agg(cast(b.proposal_id as text), ',') from reading_about b
                    where b.reading_id = r.id and b.superseded_at is null) as proposals
            from reading r join article a on a.id = r.article_id
            left join outlet o on o.id = r.outlet_id
            where r.superseded_at is null and not exists (
                    select from review_decision d where d.kind = 'STATEMENT' and d.subject = r.statement_id
                        and d.verdict = 'REJECT' and d.superseded_at is null)
                and %s = any(cast(string_to_array(:ids, ',') as uuid[]))""";

    private ReportRows() {}

    static List<Report> of(Handle handle, Collection<UUID> statements) {
        return reports(handle, "r.statement_id", statements);
    }

    /** Those that share a key with one of {@code reports} and may be of the time of one with that key. */
    static List<Report> near(Handle handle, Collection<Report> reports, Duration within) {
        record Place(String key, Instant earliest, Instant latest) {
            Place with(Place other) {
                return new Place(
                        key,
                        earliest.isBefore(other.earliest) ? earliest : other.earliest,
                        latest.isAfter(other.latest) ? latest : other.latest);
            }
        }
        Map<String, Place> places = new HashMap<>();
        for (Report report : reports) {
            for (String key : report.keys()) {
                places.merge(
                        key,
                        new Place(
                                key,
                                report.sortAt().minus(within),
                                report.sortAt().plus(within)),
                        Place::with);
            }
        }
        List<Place> stored = new ArrayList<>();
        Map<UUID, Set<UUID>> actors = Redirects.groups(handle, actors(places.keySet()));
        places.forEach((key, place) -> {
            if (key.startsWith(ACTOR)) {
                actors.get(actor(key))
                        .forEach(each -> stored.add(new Place(ACTOR + each, place.earliest(), place.latest())));
            } else {
                stored.add(place);
            }
        });
        if (stored.isEmpty()) {
            return List.of();
        }
        List<UUID> readings = handle.createQuery("""
                        select distinct k.reading_id
                        from jsonb_to_recordset(cast(:places as jsonb)) p(key text, earliest timestamptz, latest timestamptz)
                        join said k on k.key = p.key and k.sort_at between p.earliest and p.latest""")
                .bind("places", Json.write(stored))
                .mapTo(UUID.class)
                .list();
        return reports(handle, "r.id", readings);
    }

    private static List<Report> reports(Handle handle, String by, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Row> rows = handle.createQuery(SELECT.formatted(by))
                .bind("ids", Rows.list(ids))
                .map((row, context) -> new Row(
                        Rows.uuid(row, "id"),
                        row.getString("outlet_name"),
                        row.getString("url"),
                        Set.copyOf(Printed.ids(row.getString("proposals")))))
                .list();
        Map<UUID, Printed> printed =
                Printed.of(handle, rows.stream().map(Row::reading).toList());
        Set<UUID> actors = new HashSet<>();
        printed.values().forEach(each -> actors.addAll(actors(each.keys())));
        Map<UUID, UUID> current = Redirects.resolve(handle, actors);
        return rows.stream()
                .map(row -> report(row, printed.get(row.reading()), current))
                .toList();
    }

    private static Report report(Row row, Printed printed, Map<UUID, UUID> current) {
        return new Report(
                printed.statement(),
                printed.reading(),
                printed.article(),
                new Report.Article(
                        printed.outlet(),
                        row.outlet(),
                        row.url(),
                        printed.published(),
                        printed.agency(),
                        printed.own(),
                        printed.sketch()),
                printed.keys().stream()
                        .map(key -> key.startsWith(ACTOR) ? ACTOR + current.get(actor(key)) : key)
                        .collect(Collectors.toSet()),
                printed.speakers(),
                printed.content(),
                printed.before(),
                printed.wording(),
                printed.form(),
                printed.act(),
                printed.negated(),
                printed.from(),
                printed.latest(),
                printed.dayInherited(),
                printed.nested(),
                printed.place(),
                printed.occasion(),
                printed.sortAt(),
                row.proposals(),
                relay(printed, row.outlet()));
    }

    /** Who is named as having it: the outlet it came by, or the outlet it was told. */
    private static String relay(Printed printed, String outlet) {
        if (printed.via() != null) {
            return printed.via();
        }
        String addressee = printed.addressee();
        return addressee != null && isOutlet(addressee, outlet) ? addressee : null;
    }

    private static boolean isOutlet(String name, String own) {
        String bare = name.replaceFirst("^[Tt]he ", "");
        return GAZETTEERS.outlet(bare).isPresent()
                || GAZETTEERS.outlet("The " + bare).isPresent()
                || (own != null && OutletName.same(name, own))
                || bare.toLowerCase(Locale.ROOT)
                        .matches(
                                ".+ (?:news|times|post|herald|daily|wire|ledger|courier|agency|service|today|radio|tv)");
    }

    private static Set<UUID> actors(Collection<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith(ACTOR))
                .map(ReportRows::actor)
                .collect(Collectors.toSet());
    }

    private static UUID actor(String key) {
        return UUID.fromString(key.substring(ACTOR.length()));
    }
}

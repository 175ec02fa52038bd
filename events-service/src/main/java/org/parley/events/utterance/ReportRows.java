package org.parley.events.utterance;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;
import org.parley.extraction.names.Gazetteers;

/** Reads reports of the present record. What a person has rejected reports nothing. */
final class ReportRows {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<List<Long>> HASHES = new TypeReference<>() {};
    private static final Gazetteers GAZETTEERS = Gazetteers.load();

    private static final String SELECT = """
            select r.id, r.statement_id, r.details -> 'place' ->> 'value' as place, r.article_id, r.content, r.form, r.act, r.negated, r.receipts,
                r.stated_on, r.stated_on_latest, r.stated_basis, r.published_at, r.sort_at, r.outlet_id,
                o.name as outlet_name, a.url, g.agency, g.own, g.sketch,
                r.details -> 'via' ->> 'value' as via, r.details -> 'addressee' ->> 'value' as addressee,
                (select string_agg(distinct case when k.key like 'a:%'
                        then 'a:' || current_id(cast(substr(k.key, 3) as uuid), null) else k.key end, chr(10))
                    from said k where k.reading_id = r.id) as keys,
                (select string_agg(cast(b.proposal_id as text), ',') from reading_about b
                    where b.reading_id = r.id and b.superseded_at is null) as proposals,
                (select string_agg(cast(s.actor_id as text), ',' order by s.position)
                    from reading_speaker s where s.reading_id = r.id) as speakers
            from reading r join article a on a.id = r.article_id
            left join outlet o on o.id = r.outlet_id
            left join article_origin g on g.article_id = r.article_id and g.article_version = r.article_version
            where r.superseded_at is null and not exists (
                    select from review_decision d where d.kind = 'STATEMENT' and d.subject = r.statement_id
                        and d.verdict = 'REJECT' and d.superseded_at is null)
                and\s""";

    private ReportRows() {}

    static List<Report> of(Handle handle, Collection<UUID> statements) {
        return statements.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + "r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))")
                        .bind("ids", Rows.list(statements))
                        .map((row, context) -> report(row))
                        .list();
    }

    /** Those that share a key with one of {@code reports} and may be of the same time. */
    static List<Report> near(Handle handle, Collection<Report> reports, int days) {
        record Place(String key, String day) {}
        Set<Place> places = reports.stream()
                .flatMap(report -> report.keys().stream()
                        .map(key -> new Place(key, report.sortAt().toString())))
                .collect(Collectors.toSet());
        return places.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + """
                        r.id in (
                            select k.reading_id
                            from jsonb_to_recordset(cast(:places as jsonb)) p(key text, day timestamptz)
                            cross join lateral (
                                select p.key union all
                                select 'a:' || m from merged_ids(
                                    case when p.key like 'a:%' then cast(substr(p.key, 3) as uuid) end, null) m) q
                            join said k on k.key = q.key
                                and k.sort_at between p.day - make_interval(days => :days) and p.day + make_interval(days => :days))""")
                        .bind("places", Json.write(places))
                        .bind("days", days)
                        .map((row, context) -> report(row))
                        .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        StatementForm form = Rows.name(row, "form", StatementForm.class);
        Basis basis = Rows.name(row, "stated_basis", Basis.class);
        boolean told = basis != Basis.PUBLICATION && basis != Basis.UNKNOWN;
        List<Receipt> receipts = Json.read(row.getString("receipts"), RECEIPTS);
        String sketch = row.getString("sketch");
        return new Report(
                Rows.uuid(row, "statement_id"),
                Rows.uuid(row, "id"),
                Rows.uuid(row, "article_id"),
                new Report.Article(
                        Rows.uuid(row, "outlet_id"),
                        row.getString("outlet_name"),
                        row.getString("url"),
                        Rows.instant(row, "published_at"),
                        row.getString("agency"),
                        row.getString("own") != null,
                        sketch == null ? List.of() : Json.read(sketch, HASHES)),
                texts(row.getString("keys"), "\n"),
                ids(row.getString("speakers")),
                row.getString("content"),
                receipts.get(0).prefix(),
                Wording.of(row.getString("content"), form),
                form,
                Rows.name(row, "act", SpeechAct.class),
                row.getBoolean("negated"),
                told ? row.getObject("stated_on", LocalDate.class) : null,
                told ? row.getObject("stated_on_latest", LocalDate.class) : null,
                row.getString("place"),
                Rows.instant(row, "sort_at"),
                Set.copyOf(ids(row.getString("proposals"))),
                relay(row));
    }

    /** Who is named as having it: the outlet it came by, or the outlet it was told. */
    private static String relay(ResultSet row) throws SQLException {
        String via = row.getString("via");
        if (via != null) {
            return via;
        }
        String addressee = row.getString("addressee");
        return addressee != null && isOutlet(addressee, row.getString("outlet_name")) ? addressee : null;
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

    private static List<UUID> ids(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(UUID::fromString)
                        .distinct()
                        .toList();
    }

    private static Set<String> texts(String list, String separator) {
        return list == null ? Set.of() : Set.of(list.split(separator, -1));
    }
}

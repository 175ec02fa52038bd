package org.parley.events.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Fields;
import org.parley.events.table.Json;
import org.parley.events.table.Known;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

/**
 * A statement with what ordering and grouping it needs.
 *
 * @param key the key of the list it is in, or null
 * @param reading the reading that is shown
 */
record StatementRow(UUID key, UUID reading, Instant sortAt, StatementView view) {

    /** Members of a view, the column they are read from, and what that column needs beside {@code reading r}. */
    private record Part(String column, String join, String... members) {}

    private static final String ARTICLE = "join article a on a.id = r.article_id\n";
    private static final String VERSION =
            "join article_version v on v.article_id = r.article_id and v.number = r.article_version\n";
    private static final String OUTLET = "left join outlet o on o.id = r.outlet_id\n";
    private static final String[] DETAIL_MEMBERS = {"addressee", "place", "occasion", "channel", "via"};
    private static final String[] PLACED = {
        "receipts", "cue", "speakerMention", "addressee", "place", "occasion", "channel", "via"
    };

    private static final List<Part> PARTS = List.of(
            new Part("a.url", ARTICLE, "articleUrl"),
            new Part("v.headline", VERSION, "articleHeadline"),
            new Part("o.name as outlet_name", OUTLET, "outletName"),
            new Part("s.known_at as first_known_at", "join statement s on s.id = r.statement_id\n", "knownAt"),
            new Part("""
                    a.read_version, case when r.article_version <> a.read_version then (
                        select p.spans from placement p
                        where p.owner_id = r.id and p.article_version = a.read_version) end as spans""", ARTICLE, PLACED),
            new Part("""
                    (select json_agg(json_build_object('id', x.id, 'name', x.name, 'kind', x.kind) order by rs.position)
                        from reading_speaker rs join actor x on x.id = %s
                        where rs.reading_id = r.id) as speakers""".formatted(Redirects.current("rs.actor_id")), "", "speakers"),
            new Part("r.receipts", "", "receipts"),
            new Part("r.cue", "", "cue"),
            new Part("r.speaker_mention", "", "speakerMention"),
            new Part("r.details", "", DETAIL_MEMBERS),
            new Part("""
                    (select json_agg(json_build_object('proposal_id', ra.proposal_id, 'version_id', ra.version_id,
                            'value', ra.stance) order by ra.position)
                        from reading_about ra where ra.reading_id = r.id and %s) as about""".formatted(Known.at("ra")), "", "stances", "about"),
            new Part("""
                    (select json_build_object('id', x.id, 'name', x.name, 'kind', x.kind)
                        from reading_speaker rs join party y on y.actor_id = rs.actor_id join actor x on x.id = y.party_id
                        where rs.reading_id = r.id and rs.position = 0) as party""", "", "party"),
            new Part("""
                    (select m.utterance_id from utterance_member m
                        where m.statement_id = r.statement_id and %s) as utterance_id""".formatted(Known.at("m")), "", "utteranceId"),
            new Part("""
                    coalesce((select d.verdict || 'ED' from review_decision d
                        where d.kind = 'STATEMENT' and d.subject = r.statement_id and %s), 'UNREVIEWED') as review""".formatted(Known.at("d")), "", "review"),
            new Part("""
                    (select json_agg(json_build_object('article_version', h.article_version, 'extractor', h.extractor,
                            'known_at', h.known_at, 'content', h.content, 'confidence', h.confidence, 'rule', h.rule)
                            order by h.known_at, h.article_version)
                        from (select article_version, extractor, known_at, content, confidence, rule
                                from reading where statement_id = r.statement_id
                            union all select article_version, extractor, known_at, content, confidence, rule
                                from other_reading where statement_id = r.statement_id) h
                        where cast(:knownAt as timestamptz) is null or h.known_at <= :knownAt) as readings""", "", "readings"));

    private static final String ALWAYS = """
            r.id, r.statement_id, r.article_id, r.article_version, r.content, r.form, r.act, r.negated, r.speaker_role,
            r.stated_on, r.stated_on_latest, r.stated_precision, r.stated_basis, r.rule, r.confidence, r.outlet_id,
            r.published_at, r.sort_at, r.superseded_at""";

    /** Whom first speakers speak for, worked out for all at once. */
    private static final String PARTY_CTE = """
            , party(actor_id, party_id) as materialized (
                select p.actor_id, p.party_id from parties_of(array(
                    select distinct rs.actor_id from page join reading_speaker rs on rs.reading_id = page.reading_id
                    where rs.position = 0), cast(:knownAt as timestamptz)) p)
            """;

    /**
     * Shows readings, in no order, to be asked by {@link Known#query}.
     *
     * @param page selects the ids of the readings, and the keys of the lists they are in
     */
    static String select(String page, Fields fields) {
        List<Part> parts =
                PARTS.stream().filter(part -> fields.has(part.members())).toList();
        return "with page(reading_id, key) as (" + page + ")\n"
                + (fields.has("party") ? PARTY_CTE : "")
                + "select page.key, " + ALWAYS
                + parts.stream().map(part -> ",\n" + part.column()).collect(Collectors.joining())
                + "\nfrom page join reading r on r.id = page.reading_id\n"
                + parts.stream().map(Part::join).distinct().collect(Collectors.joining());
    }

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, StoredDetail>> DETAILS = new TypeReference<>() {};
    private static final TypeReference<List<ActorRef>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<List<StanceView>> ABOUT = new TypeReference<>() {};
    private static final TypeReference<List<ReadingView>> READINGS = new TypeReference<>() {};

    static StatementRow of(ResultSet row, Fields fields, Instant knownAt) throws SQLException {
        return new StatementRow(
                Rows.uuid(row, "key"), Rows.uuid(row, "id"), Rows.instant(row, "sort_at"), view(row, fields, knownAt));
    }

    private static StatementView view(ResultSet row, Fields fields, Instant knownAt) throws SQLException {
        UUID article = Rows.uuid(row, "article_id");
        int version = row.getInt("article_version");
        Placements placements = fields.has(PLACED)
                ? Placements.of(article, version, row.getInt("read_version"), row.getString("spans"))
                : null;
        Map<String, StoredDetail> details =
                fields.has(DETAIL_MEMBERS) ? Json.read(row.getString("details"), DETAILS) : Map.of();
        List<StanceView> about = fields.has("stances", "about") ? listed(row.getString("about"), ABOUT) : null;
        Instant supersededAt = Rows.instant(row, "superseded_at");
        return new StatementView(
                Rows.uuid(row, "statement_id"),
                article,
                version,
                fields.has("articleHeadline") ? row.getString("headline") : null,
                fields.has("articleUrl") ? row.getString("url") : null,
                fields.has("outletId") ? Rows.uuid(row, "outlet_id") : null,
                fields.has("outletName") ? row.getString("outlet_name") : null,
                fields.has("publishedAt") ? Rows.instant(row, "published_at") : null,
                fields.has("receipts") ? placements.show(Json.read(row.getString("receipts"), RECEIPTS)) : null,
                row.getString("content"),
                Rows.name(row, "form", StatementForm.class),
                fields.has("act") ? Rows.name(row, "act", SpeechAct.class) : null,
                row.getBoolean("negated"),
                fields.has("cue") ? placements.show(Json.read(row.getString("cue"), Receipt.class)) : null,
                fields.has("speakerMention")
                        ? placements.show(Json.read(row.getString("speaker_mention"), Receipt.class))
                        : null,
                fields.has("speakers") ? listed(row.getString("speakers"), SPEAKERS) : null,
                fields.has("speakerRole") ? row.getString("speaker_role") : null,
                fields.has("party") ? Json.read(row.getString("party"), ActorRef.class) : null,
                detail(details, "addressee", placements),
                detail(details, "place", placements),
                detail(details, "occasion", placements),
                detail(details, "channel", placements),
                detail(details, "via", placements),
                fields.has("statedOn") ? row.getObject("stated_on", LocalDate.class) : null,
                fields.has("statedOnLatest") ? row.getObject("stated_on_latest", LocalDate.class) : null,
                fields.has("statedOnPrecision") ? Rows.name(row, "stated_precision", StatedOn.Precision.class) : null,
                fields.has("statedOnBasis") ? Rows.name(row, "stated_basis", Basis.class) : null,
                about == null
                        ? null
                        : about.stream()
                                .filter(stance -> stance.value() != null)
                                .toList(),
                about == null
                        ? null
                        : about.stream().map(StanceView::withoutValue).toList(),
                row.getDouble("confidence"),
                fields.has("rule") ? row.getString("rule") : null,
                fields.has("utteranceId") ? Rows.uuid(row, "utterance_id") : null,
                fields.has("review") ? ReviewState.valueOf(row.getString("review")) : null,
                fields.has("knownAt") ? Rows.instant(row, "first_known_at") : null,
                // What ended it later was not known then.
                supersededAt != null && knownAt != null && supersededAt.isAfter(knownAt) ? null : supersededAt,
                fields.has("readings") ? listed(row.getString("readings"), READINGS) : null);
    }

    private static DetailView detail(Map<String, StoredDetail> details, String name, Placements placements) {
        StoredDetail detail = details.get(name);
        return detail == null ? null : detail.shown(placements);
    }

    private static <T> List<T> listed(String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : Json.read(json, type);
    }
}

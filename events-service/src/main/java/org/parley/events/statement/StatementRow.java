package org.parley.events.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
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

    /** Comes behind {@code page(reading_id, key)}: whom its first speakers speak for, worked out once for each. */
    static final String PARTY = """
            , party(actor_id, party_id) as materialized (
                select x.actor_id, party_of(x.actor_id, cast(:knownAt as timestamptz)) from (
                    select distinct rs.actor_id from page join reading_speaker rs on rs.reading_id = page.reading_id
                    where rs.position = 0) x)
            """;

    /**
     * Shows the readings named by {@code page(reading_id, key)}, in one statement, behind {@link #PARTY}. Parameter {@code knownAt} may be null.
     * Rows come in no order.
     */
    static final String SELECT = """
            select page.key, r.*, s.known_at as first_known_at, a.url, a.read_version, v.headline, o.name as outlet_name,
                case when r.superseded_at > cast(:knownAt as timestamptz) then null else r.superseded_at end as ended_at,
                case when r.article_version <> a.read_version then (
                    select p.spans from placement p
                    where p.owner_id = r.id and p.article_version = a.read_version) end as spans,
                (select json_agg(json_build_object('id', x.id, 'name', x.name, 'kind', x.kind) order by rs.position)
                    from reading_speaker rs join actor x on x.id = current_id(rs.actor_id, cast(:knownAt as timestamptz)) where rs.reading_id = r.id) as speakers,
                (select json_agg(json_build_object('proposal_id', ra.proposal_id, 'version_id', ra.version_id,
                        'value', ra.stance) order by ra.position)
                    from reading_about ra where ra.reading_id = r.id
                        and case when cast(:knownAt as timestamptz) is null then ra.superseded_at is null
                            else ra.known_at <= :knownAt and (ra.superseded_at is null or ra.superseded_at > :knownAt) end) as about,
                (select json_build_object('id', x.id, 'name', x.name, 'kind', x.kind)
                    from reading_speaker rs join party y on y.actor_id = rs.actor_id join actor x on x.id = y.party_id
                    where rs.reading_id = r.id and rs.position = 0) as party,
                (select m.utterance_id from utterance_member m where m.statement_id = r.statement_id and case
                    when cast(:knownAt as timestamptz) is null then m.superseded_at is null
                    else m.known_at <= :knownAt and (m.superseded_at is null or m.superseded_at > :knownAt) end) as utterance_id,
                coalesce((select d.verdict || 'ED' from review_decision d
                    where d.kind = 'STATEMENT' and d.subject = r.statement_id and case
                    when cast(:knownAt as timestamptz) is null then d.superseded_at is null
                    else d.known_at <= :knownAt and (d.superseded_at is null or d.superseded_at > :knownAt) end),
                    'UNREVIEWED') as review,
                (select json_agg(json_build_object('article_version', h.article_version, 'extractor', h.extractor,
                        'known_at', h.known_at, 'content', h.content, 'confidence', h.confidence, 'rule', h.rule)
                        order by h.known_at, h.article_version)
                    from (select article_version, extractor, known_at, content, confidence, rule
                            from reading where statement_id = r.statement_id
                        union all select article_version, extractor, known_at, content, confidence, rule
                            from other_reading where statement_id = r.statement_id) h
                    where cast(:knownAt as timestamptz) is null or h.known_at <= :knownAt) as readings
            from page
            join reading r on r.id = page.reading_id
            join statement s on s.id = r.statement_id
            join article a on a.id = r.article_id
            join article_version v on v.article_id = r.article_id and v.number = r.article_version
            left join outlet o on o.id = r.outlet_id
            """;

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, StoredDetail>> DETAILS = new TypeReference<>() {};
    private static final TypeReference<List<ActorRef>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<List<StanceView>> ABOUT = new TypeReference<>() {};
    private static final TypeReference<List<ReadingView>> READINGS = new TypeReference<>() {};

    static StatementRow of(ResultSet row) throws SQLException {
        return new StatementRow(Rows.uuid(row, "key"), Rows.uuid(row, "id"), Rows.instant(row, "sort_at"), view(row));
    }

    private static StatementView view(ResultSet row) throws SQLException {
        UUID article = Rows.uuid(row, "article_id");
        int version = row.getInt("article_version");
        Placements placements = Placements.of(article, version, row.getInt("read_version"), row.getString("spans"));
        Map<String, StoredDetail> details = Json.read(row.getString("details"), DETAILS);
        List<StanceView> about = listed(row.getString("about"), ABOUT);
        return new StatementView(
                Rows.uuid(row, "statement_id"),
                article,
                version,
                row.getString("headline"),
                row.getString("url"),
                Rows.uuid(row, "outlet_id"),
                row.getString("outlet_name"),
                Rows.instant(row, "published_at"),
                placements.show(Json.read(row.getString("receipts"), RECEIPTS)),
                row.getString("content"),
                Rows.name(row, "form", StatementForm.class),
                Rows.name(row, "act", SpeechAct.class),
                row.getBoolean("negated"),
                placements.show(Json.read(row.getString("cue"), Receipt.class)),
                placements.show(Json.read(row.getString("speaker_mention"), Receipt.class)),
                listed(row.getString("speakers"), SPEAKERS),
                row.getString("speaker_role"),
                Json.read(row.getString("party"), ActorRef.class),
                detail(details, "addressee", placements),
                detail(details, "place", placements),
                detail(details, "occasion", placements),
                detail(details, "channel", placements),
                detail(details, "via", placements),
                row.getObject("stated_on", LocalDate.class),
                row.getObject("stated_on_latest", LocalDate.class),
                Rows.name(row, "stated_precision", StatedOn.Precision.class),
                Rows.name(row, "stated_basis", Basis.class),
                about.stream().filter(stance -> stance.value() != null).toList(),
                about.stream().map(StanceView::withoutValue).toList(),
                row.getDouble("confidence"),
                row.getString("rule"),
                Rows.uuid(row, "utterance_id"),
                ReviewState.valueOf(row.getString("review")),
                Rows.instant(row, "first_known_at"),
                Rows.instant(row, "ended_at"),
                listed(row.getString("readings"), READINGS));
    }

    private static DetailView detail(Map<String, StoredDetail> details, String name, Placements placements) {
        StoredDetail detail = details.get(name);
        return detail == null ? null : detail.shown(placements);
    }

    private static <T> List<T> listed(String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : Json.read(json, type);
    }
}

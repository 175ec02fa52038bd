package org.parley.events.record;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;

/** The rows of the record export. Past readings are in it too, each with the version it was read from. */
final class RecordRows {

    private static final int PORTION = 500;
    /** The format has no word for a day that only the context tells: it passes over what is taken from the article. */
    private static final Map<String, String> DATE_BASES = Map.of("INFERRED", "PUBLICATION");

    /** Neither is in the format: a basis that is not known, and a channel of no kind that it names. */
    private static final Set<String> UNTOLD = Set.of("UNKNOWN", "OTHER");

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<List<Stance>> STANCES = new TypeReference<>() {};
    private static final TypeReference<List<StoredPoint>> POINTS = new TypeReference<>() {};
    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};
    private static final TypeReference<List<Object>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Of a version that several extractors have read, what the last one found. */
    private static final String LAST_EXTRACTOR = """
            %1$s.extractor = (select coalesce(e.found_by, e.extractor) from extraction e
                where e.article_id = %1$s.article_id and e.article_version = %1$s.article_version
                order by e.known_at desc limit 1)
            """;

    private RecordRows() {}

    record ArticleOut(String id, String file) {}

    record Part(int start, int end) {
        static Part of(Receipt receipt) {
            return receipt == null ? null : new Part(receipt.start(), receipt.end());
        }
    }

    record SpeakerOut(String name, Integer start, Integer end) {}

    record Stance(String proposal, String value) {}

    record StatementOut(
            String id,
            String article,
            int start,
            int end,
            List<Part> parts,
            String form,
            Part cue,
            SpeakerOut speaker,
            String role,
            String addressee,
            String date,
            String dateBasis,
            String place,
            String channel,
            String via,
            List<String> about,
            List<Stance> stance,
            boolean negated) {}

    record Place(String article, int start, int end) {}

    record ProposalOut(
            String id,
            String title,
            List<String> proposers,
            Integer pointCount,
            LocalDate date,
            List<Place> mentions,
            List<PointOut> points,
            String revises,
            String respondsTo) {}

    private record StoredPoint(String label, String fate, List<Place> receipts) {}

    record PointOut(String label, String status, List<Place> receipts) {}

    /** @param members ids of statements, or the places of what an article states in its own voice */
    record Link(String type, List<Object> members) {}

    static Stream<ArticleOut> articles(Handle handle) {
        return handle
                .createQuery(
                        "select article_id || '@' || number as id, file from article_version order by article_id, number")
                .setFetchSize(PORTION)
                .map((row, context) -> new ArticleOut(row.getString("id"), row.getString("file")))
                .stream();
    }

    static Stream<StatementOut> statements(Handle handle) {
        return handle
                .createQuery("""
                        select r.*, r.statement_id || '@' || r.article_version as id_in_version,
                            r.article_id || '@' || r.article_version as article,
                            r.details #>> '{addressee,value}' as addressee, r.details #>> '{place,value}' as place,
                            r.details #>> '{channel,kind}' as channel, r.details #>> '{via,value}' as via,
                            (select x.name from reading_speaker s join actor x on x.id = s.actor_id
                                where s.reading_id = r.id order by s.position limit 1) as speaker,
                            (select json_agg(json_build_object('proposal', b.version_id, 'value', b.stance) order by b.position)
                                from reading_about b
                                where b.reading_id = r.id and b.version_id is not null and b.superseded_at is null) as about
                        from reading r where\s""" + LAST_EXTRACTOR.formatted("r"))
                .setFetchSize(PORTION)
                .map((row, context) -> statement(row))
                .stream();
    }

    private static StatementOut statement(ResultSet row) throws SQLException {
        List<Receipt> content = Json.read(row.getString("receipts"), RECEIPTS);
        Receipt mention = Json.read(row.getString("speaker_mention"), Receipt.class);
        String about = row.getString("about");
        List<Stance> stances = about == null ? List.of() : Json.read(about, STANCES);
        String speaker = row.getString("speaker");
        String name = speaker != null || mention == null ? speaker : mention.exact();
        LocalDate date = row.getObject("stated_on", LocalDate.class);
        String basis = told(row.getString("stated_basis"));
        return new StatementOut(
                row.getString("id_in_version"),
                row.getString("article"),
                content.get(0).start(),
                content.get(content.size() - 1).end(),
                content.stream().map(Part::of).toList(),
                row.getString("form").toLowerCase(Locale.ROOT),
                Part.of(Json.read(row.getString("cue"), Receipt.class)),
                name == null
                        ? null
                        : new SpeakerOut(
                                name, mention == null ? null : mention.start(), mention == null ? null : mention.end()),
                row.getString("speaker_role"),
                row.getString("addressee"),
                date == null ? null : date.toString(),
                basis == null ? null : DATE_BASES.getOrDefault(basis, basis),
                row.getString("place"),
                told(row.getString("channel")),
                row.getString("via"),
                stances.stream().map(Stance::proposal).toList(),
                stances.stream().filter(stance -> stance.value() != null).toList(),
                row.getBoolean("negated"));
    }

    private static String told(String word) {
        return word == null || UNTOLD.contains(word) ? null : word;
    }

    static Stream<ProposalOut> proposals(Handle handle) {
        return handle
                .createQuery("""
                        select v.version_id as id, p.title, p.kind, v.point_count, v.dated_on, v.previous_id,
                            case when v.position = 0 then (
                                select f.version_id from version_now f where f.proposal_id = p.responds_to and f.position = 0) end as responds_to,
                            (select json_agg(x.name order by o.position) from (
                                    select puts_forward(o.actor_id, null) as id, min(o.position) as position from proposer o
                                    where o.version_id = v.version_id and o.superseded_at is null group by 1) o
                                join actor x on x.id = o.id) as proposers,
                            (select json_agg(json_build_object('article', m.article_id || '@' || m.article_version,
                                    'start', m.receipt -> 'start', 'end', m.receipt -> 'end') order by m.known_at, m.start_at)
                                from meaning g join mention m on m.id = g.mention_id
                                where g.version_id = v.version_id and g.superseded_at is null and %s) as mentions,
                            (select json_agg(json_build_object('label', s.label, 'fate', coalesce(n.fate, s.fate), 'receipts', (
                                    select json_agg(json_build_object('article', (r ->> 'article_id') || '@' || (r ->> 'article_version'),
                                        'start', r -> 'receipt' -> 'start', 'end', r -> 'receipt' -> 'end'))
                                    from jsonb_array_elements(s.receipts || coalesce(n.receipts, '[]')) r)) order by s.position)
                                from point_state s left join lateral (
                                    select x.fate, x.receipts from version_now w join point_state x on x.version_id = w.version_id
                                    where w.previous_id = s.version_id and x.point_id = s.point_id and x.superseded_at is null
                                        and x.fate = 'REMOVED' order by w.position limit 1) n on true
                                where s.version_id = v.version_id and s.superseded_at is null
                                    and (s.fate <> 'REMOVED' or v.previous_id is null)) as points
                        from version_now v join proposal_now p on p.proposal_id = v.proposal_id
                        order by p.known_at, p.proposal_id, v.position""".formatted(LAST_EXTRACTOR.formatted("m")))
                .setFetchSize(PORTION)
                .map((row, context) -> new ProposalOut(
                        row.getString("id"),
                        row.getString("title"),
                        Objects.requireNonNullElse(Json.read(row.getString("proposers"), TEXTS), List.of()),
                        row.getObject("point_count", Integer.class),
                        row.getObject("dated_on", LocalDate.class),
                        Objects.requireNonNullElse(Json.read(row.getString("mentions"), PLACES), List.of()),
                        points(row.getString("points"), row.getString("kind")),
                        row.getString("previous_id"),
                        row.getString("responds_to")))
                .stream();
    }

    /** A point that was taken out stays with the version that had it, as the format wants it. */
    private static List<PointOut> points(String json, String kind) {
        List<StoredPoint> points = json == null ? List.of() : Json.read(json, POINTS);
        boolean demanded = kind.equals("DEMANDS") || kind.equals("COUNTER_PROPOSAL");
        return points.stream()
                .map(point -> new PointOut(
                        point.label(),
                        point.fate().equals("REMOVED") ? "REMOVED" : demanded ? "DEMANDED" : "REPORTED",
                        point.receipts()))
                .toList();
    }

    /** What several articles, or several versions of one, report as one act of speech; and where reports contradict each other. */
    static Stream<Link> links(Handle handle) {
        return Stream.concat(sameUtterance(handle), conflicts(handle));
    }

    private static Stream<Link> sameUtterance(Handle handle) {
        return handle
                .createQuery("""
                        select json_agg(distinct r.statement_id || '@' || r.article_version) as members
                        from reading r
                        left join utterance_member m on m.statement_id = r.statement_id and m.superseded_at is null
                        where %s
                        group by coalesce(m.utterance_id, r.statement_id)
                        having count(distinct r.statement_id || '@' || r.article_version) > 1""".formatted(LAST_EXTRACTOR.formatted("r")))
                .setFetchSize(PORTION)
                .map((row, context) -> new Link("SAME_UTTERANCE", Json.read(row.getString("members"), MEMBERS)))
                .stream();
    }

    /** Another version of an article that tells the same words and day is on the side that its present one is on. */
    private static Stream<Link> conflicts(Handle handle) {
        return handle
                .createQuery("""
                        select (select json_agg(x.member) from (
                            select to_jsonb(r.statement_id || '@' || r.article_version) as member
                            from reading said join reading r on r.statement_id = said.statement_id and (r.id = said.id or
                                r.content = said.content and r.stated_on is not distinct from said.stated_on and %s)
                            where cast(said.id as text) in (select jsonb_array_elements_text(side -> 'readings')
                                from jsonb_array_elements(s.sides) side)
                            union
                            select jsonb_build_object('article', a.article_id || '@' || a.article_version,
                                'start', cast(a.receipts -> 0 ->> 'start' as int), 'end', cast(a.receipts -> 0 ->> 'end' as int))
                            from assertion a where cast(a.id as text) in (select jsonb_array_elements_text(side -> 'assertions')
                                from jsonb_array_elements(s.sides) side)) x) as members
                        from conflict_state s
                        where s.superseded_at is null and s.resolution in ('CONTRADICTION', 'OPEN', 'RESOLVED_BY_CORRECTION')
                        order by s.conflict_id""".formatted(LAST_EXTRACTOR.formatted("r")))
                .setFetchSize(PORTION)
                .map((row, context) -> row.getString("members"))
                .stream()
                .filter(Objects::nonNull)
                .map(members -> new Link("CONFLICT", Json.read(members, MEMBERS)));
    }
}

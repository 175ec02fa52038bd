package org.parley.events.conflict;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.parley.events.actor.ActorRef;
import org.parley.events.statement.ReviewState;
import org.parley.events.table.Json;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.events.table.TimeOrder;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads conflicts, now or as known at a time. */
@ApplicationScoped
class ConflictReads {

    private static final String ANY = " = any(cast(string_to_array(:%s, ',') as uuid[]))";
    private static final String HOLDS = """
            (case when cast(:knownAt as timestamptz) is null then %1$s.superseded_at is null
                else %1$s.known_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt) end)""";
    private static final TypeReference<List<SideRows.Stored>> SIDES = new TypeReference<>() {};
    /** A person's decision comes before what the evidence shows. */
    private static final String RESOLUTION = """
            coalesce((select case d.verdict when 'REJECT' then 'DISMISSED' when 'CORRECT' then d.correction ->> 'resolution' end
                from review_decision d where d.kind = 'CONFLICT' and d.subject = s.conflict_id and\s""" + HOLDS.formatted("d") + "), s.resolution)";

    private final Jdbi jdbi;
    private final TimeOrder order;

    ConflictReads(Jdbi jdbi, TimeOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    private record Row(Instant sortAt, List<SideRows.Stored> sides, ConflictView view) {}

    Page<ConflictView> query(ConflictsQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        return jdbi.withHandle(handle -> {
            String where = where(handle, query.filter(), values) + " and "
                    + (query.knownAt() == null ? "s.superseded_at is null" : HOLDS.formatted("s"));
            Long total = paging.count()
                    ? bound(handle, "select count(*) from conflict_state s where " + where, values, query.knownAt())
                            .mapTo(Long.class)
                            .one()
                    : null;
            String by = TimeOrder.by(paging, "s.sort_at", "s.conflict_id");
            String page = "select s.id from conflict_state s where %s and %s order by %s limit %d"
                    .formatted(
                            where,
                            order.beyond("conflicts", paging, "s.sort_at", "s.conflict_id", values),
                            by,
                            paging.size() + 1);
            return Page.of(
                            paging,
                            shown(handle, page, values, query.knownAt(), by),
                            row -> order.cursor(
                                    "conflicts", row.sortAt(), row.view().id()),
                            total)
                    .map(Row::view);
        });
    }

    /** In the order of {@code ids}; null for one that does not exist or did not stand then. */
    List<ConflictView> byIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<String, Object> values = new HashMap<>(Map.of("ids", Rows.list(ids)));
            String page = "select distinct on (s.conflict_id) s.id from conflict_state s where s.conflict_id"
                    + ANY.formatted("ids") + (knownAt == null ? "" : " and " + HOLDS.formatted("s"))
                    + " order by s.conflict_id, s.superseded_at desc nulls first, s.known_at desc";
            Map<UUID, ConflictView> views = new HashMap<>();
            shown(handle, page, values, knownAt, "s.sort_at")
                    .forEach(row -> views.put(row.view().id(), row.view()));
            List<ConflictView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(id)));
            return answer;
        });
    }

    private static String where(Handle handle, ConflictsQuery.Filter f, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (f == null) {
            return "true";
        }
        ids(all, "ids", f.ids(), "s.conflict_id" + ANY, values);
        if (f.kind() != null) {
            values.put("kinds", Rows.list(f.kind()));
            all.add("s.kind = any(string_to_array(:kinds, ','))");
        }
        if (f.resolution() != null) {
            values.put("resolutions", Rows.list(f.resolution()));
            all.add(RESOLUTION + " = any(string_to_array(:resolutions, ','))");
        }
        String held = "exists (select from unnest(string_to_array(:%s, ',')) i(id) where s.";
        ids(all, "article", f.article(), held + "articles @> to_jsonb(i.id))", values);
        ids(all, "statement", f.statement(), held + "statements @> to_jsonb(i.id))", values);
        merged(handle, all, "proposal", f.proposal(), "s.proposal_id" + ANY, values);
        merged(handle, all, "speaker", f.speaker(), "s.speaker_id" + ANY, values);
        merged(handle, all, "utterance", f.utterance(), "s.utterance_id" + ANY, values);
        return String.join(" and ", all);
    }

    private static void merged(
            Handle handle,
            List<String> all,
            String name,
            Collection<UUID> ids,
            String condition,
            Map<String, Object> values) {
        ids(all, name, ids == null ? null : Redirects.all(handle, ids), condition, values);
    }

    private static void ids(
            List<String> all, String name, Collection<UUID> ids, String condition, Map<String, Object> values) {
        if (ids != null) {
            values.put(name, Rows.list(ids));
            all.add(condition.formatted(name));
        }
    }

    private static List<Row> shown(Handle handle, String page, Map<String, Object> values, Instant knownAt, String by) {
        String sql = "with page as (" + page + ")\n" + """
                select s.*, c.known_at as first_known_at, %s as decided,
                    case when s.superseded_at > cast(:knownAt as timestamptz) then null else s.superseded_at end as ended_at,
                    (select json_build_object('id', a.id, 'name', a.name, 'kind', a.kind) from actor a
                        where a.id = current_id(s.speaker_id, cast(:knownAt as timestamptz))) as speaker,
                    coalesce((select d.verdict || 'ED' from review_decision d
                        where d.kind = 'CONFLICT' and d.subject = s.conflict_id and %s), 'UNREVIEWED') as review
                from page join conflict_state s on s.id = page.id join conflict c on c.id = s.conflict_id
                order by %s""".formatted(RESOLUTION, HOLDS.formatted("d"), by);
        List<Row> rows = bound(handle, sql, values, knownAt)
                .map((row, context) -> row(row))
                .list();
        SideRows sides = SideRows.of(
                handle, rows.stream().flatMap(row -> row.sides().stream()).toList());
        return rows.stream()
                .map(row -> new Row(row.sortAt(), row.sides(), with(row, sides)))
                .toList();
    }

    private static ConflictView with(Row row, SideRows sides) {
        ConflictView bare = row.view();
        return new ConflictView(
                bare.id(),
                bare.kind(),
                bare.explanation(),
                bare.resolution(),
                row.sides().stream().map(sides::view).toList(),
                bare.utteranceId(),
                bare.proposalId(),
                bare.speaker(),
                bare.review(),
                bare.knownAt(),
                bare.supersededAt());
    }

    private static Query bound(Handle handle, String sql, Map<String, Object> values, Instant knownAt) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .bindMap(values)
                .bindByType("knownAt", knownAt, Instant.class);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Rows.instant(row, "sort_at"),
                Json.read(row.getString("sides"), SIDES),
                new ConflictView(
                        Rows.uuid(row, "conflict_id"),
                        Rows.name(row, "kind", ConflictKind.class),
                        row.getString("explanation"),
                        ConflictResolution.valueOf(row.getString("decided")),
                        List.of(),
                        Rows.uuid(row, "utterance_id"),
                        Rows.uuid(row, "proposal_id"),
                        Json.read(row.getString("speaker"), ActorRef.class),
                        ReviewState.valueOf(row.getString("review")),
                        Rows.instant(row, "first_known_at"),
                        Rows.instant(row, "ended_at")));
    }
}

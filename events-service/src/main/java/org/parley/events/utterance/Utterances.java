package org.parley.events.utterance;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.parley.events.actor.ActorRef;
import org.parley.events.table.Json;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.events.table.TimeOrder;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads utterances, now or as known at a time. */
@ApplicationScoped
public class Utterances {

    private static final String ANY = " = any(cast(string_to_array(:%s, ',') as uuid[]))";
    private static final TypeReference<List<ActorRef>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<List<Origins.Origin>> ORIGINS = new TypeReference<>() {};

    /** A member's reading that held at the time asked for. */
    private static final String MEMBER = """
            exists (select from utterance_member m join reading r on r.statement_id = m.statement_id
                where m.utterance_id = s.utterance_id and %s and %s and %s)""";

    private final Jdbi jdbi;
    private final TimeOrder order;

    Utterances(Jdbi jdbi, TimeOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    private record Shown(Instant sortAt, UtteranceView view) {}

    Page<UtteranceView> query(UtterancesQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        return jdbi.withHandle(handle -> {
            String where =
                    where(handle, query.filter(), query.knownAt(), values) + " and " + holds("s", query.knownAt());
            Long total = paging.count()
                    ? bound(handle, "select count(*) from utterance_state s where " + where, values, query.knownAt())
                            .mapTo(Long.class)
                            .one()
                    : null;
            String page = "select s.id from utterance_state s where %s and %s order by %s limit %d"
                    .formatted(
                            where,
                            order.beyond("utterances", paging, "s.sort_at", "s.utterance_id", values),
                            TimeOrder.by(paging, "s.sort_at", "s.utterance_id"),
                            paging.size() + 1);
            List<Shown> rows =
                    shown(handle, page, values, query.knownAt(), TimeOrder.by(paging, "s.sort_at", "s.utterance_id"));
            return Page.of(
                            paging,
                            rows,
                            row -> order.cursor(
                                    "utterances", row.sortAt(), row.view().id()),
                            total)
                    .map(Shown::view);
        });
    }

    /** In the order of {@code ids}; null for one that does not exist or did not stand then. */
    public List<UtteranceView> byIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids, knownAt);
            Map<String, Object> values = new HashMap<>();
            values.put("ids", Rows.list(ids.stream().map(id -> now.get(id)).toList()));
            String page = "select distinct on (s.utterance_id) s.id from utterance_state s where s.utterance_id"
                    + ANY.formatted("ids") + (knownAt == null ? "" : " and " + holds("s", knownAt))
                    + " order by s.utterance_id, s.superseded_at desc nulls first, s.known_at desc";
            Map<UUID, UtteranceView> views = shown(handle, page, values, knownAt, "s.sort_at").stream()
                    .map(Shown::view)
                    .collect(Collectors.toMap(UtteranceView::id, view -> view));
            List<UtteranceView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
    }

    private static String where(Handle handle, UtterancesQuery.Filter f, Instant knownAt, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (f == null) {
            return "true";
        }
        if (f.ids() != null) {
            values.put("ids", Rows.list(Redirects.resolve(handle, f.ids()).values()));
            all.add("s.utterance_id" + ANY.formatted("ids"));
        }
        member(
                all,
                handle,
                "speaker",
                f.speaker(),
                "exists (select from reading_speaker x where x.reading_id = r.id and x.actor_id%s)",
                knownAt,
                values);
        member(
                all,
                handle,
                "proposal",
                f.proposal(),
                "exists (select from reading_about x where x.reading_id = r.id and x.superseded_at is null and x.proposal_id%s)",
                knownAt,
                values);
        member(all, handle, "outlet", f.outlet(), "r.outlet_id%s", knownAt, values);
        member(all, handle, "article", f.article(), "r.article_id%s", knownAt, values);
        if (f.text() != null) {
            values.put("text", f.text());
            all.add(MEMBER.formatted(
                    holds("m", knownAt),
                    holds("r", knownAt),
                    "to_tsvector('english', r.content) @@ websearch_to_tsquery('english', :text)"));
        }
        one(all, "statedFrom", f.statedFrom(), "coalesce(s.stated_on_latest, s.stated_on) >= :statedFrom", values);
        one(all, "statedTo", f.statedTo(), "s.stated_on <= :statedTo", values);
        one(all, "minOutlets", f.minOutlets(), "s.outlets >= :minOutlets", values);
        one(all, "minOrigins", f.minOrigins(), "s.origin_count >= :minOrigins", values);
        return String.join(" and ", all);
    }

    private static void member(
            List<String> all,
            Handle handle,
            String name,
            Collection<UUID> ids,
            String condition,
            Instant knownAt,
            Map<String, Object> values) {
        if (ids != null) {
            values.put(name, Rows.list(Redirects.all(handle, ids)));
            all.add(MEMBER.formatted(
                    holds("m", knownAt), holds("r", knownAt), condition.formatted(ANY.formatted(name))));
        }
    }

    private static void one(List<String> all, String name, Object value, String condition, Map<String, Object> values) {
        if (value != null) {
            values.put(name, value);
            all.add(condition);
        }
    }

    private static String holds(String table, Instant knownAt) {
        return (knownAt == null
                        ? "%1$s.superseded_at is null"
                        : "%1$s.known_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt)")
                .formatted(table);
    }

    private static List<Shown> shown(
            Handle handle, String page, Map<String, Object> values, Instant knownAt, String order) {
        String sql = "with page as (" + page + ")\n" + """
                select s.*, u.known_at as first_known_at,
                    case when s.superseded_at > cast(:knownAt as timestamptz) then null else s.superseded_at end as ended_at,
                    (select json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind) order by x.position)
                        from (select current_id(cast(e.id as uuid), cast(:knownAt as timestamptz)) as id, min(e.position) as position
                            from jsonb_array_elements_text(s.speakers) with ordinality e(id, position) group by 1) x
                        join actor a on a.id = x.id) as actors
                from page join utterance_state s on s.id = page.id join utterance u on u.id = s.utterance_id
                order by """ + " " + order;
        return bound(handle, sql, values, knownAt)
                .map((row, context) -> shown(row))
                .list();
    }

    private static Query bound(Handle handle, String sql, Map<String, Object> values, Instant knownAt) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .bindMap(values)
                .bindByType("knownAt", knownAt, Instant.class);
    }

    private static Shown shown(ResultSet row) throws SQLException {
        String actors = row.getString("actors");
        return new Shown(
                Rows.instant(row, "sort_at"),
                new UtteranceView(
                        Rows.uuid(row, "utterance_id"),
                        actors == null ? List.of() : Json.read(actors, SPEAKERS),
                        row.getObject("stated_on", LocalDate.class),
                        row.getObject("stated_on_latest", LocalDate.class),
                        row.getString("content"),
                        row.getInt("statements"),
                        row.getInt("outlets"),
                        row.getInt("origin_count"),
                        row.getInt("unknown_reports"),
                        Json.read(row.getString("origins"), ORIGINS),
                        Rows.instant(row, "first_known_at"),
                        Rows.instant(row, "ended_at")));
    }
}

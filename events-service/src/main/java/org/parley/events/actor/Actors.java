package org.parley.events.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.table.NameOrder;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads actors. */
@ApplicationScoped
public class Actors {

    private final Jdbi jdbi;
    private final NameOrder order;

    Actors(Jdbi jdbi, NameOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    Page<ActorView> query(ActorsQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        String where = where(query.filter(), values) + " and " + holds(query.knownAt());
        return jdbi.withHandle(handle -> {
            Long total = paging.count() ? count(handle, where, values, query.knownAt()) : null;
            String page = "select a.id from actor a where %s and %s order by %s limit %d"
                    .formatted(
                            where,
                            order.beyond("actors", paging, "a.name", "a.id", values),
                            NameOrder.by(paging, "a.name", "a.id"),
                            paging.size() + 1);
            List<ActorView> rows = shown(handle, page, values, query.knownAt(), NameOrder.by(paging, "a.name", "a.id"));
            return Page.of(paging, rows, row -> order.cursor("actors", row.name(), row.id()), total);
        });
    }

    /** In the order of {@code ids}; a merged one is answered with the actor it was merged into. */
    public List<ActorView> byIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids, knownAt);
            Map<String, Object> values = new HashMap<>(Map.of("ids", Rows.list(now.values())));
            String page = "select a.id from actor a where a.id = any(cast(string_to_array(:ids, ',') as uuid[]))"
                    + (knownAt == null ? "" : " and a.known_at <= :knownAt");
            Map<UUID, ActorView> views = shown(handle, page, values, knownAt, "a.id").stream()
                    .collect(Collectors.toMap(ActorView::id, view -> view));
            List<ActorView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return Collections.unmodifiableList(answer);
        });
    }

    private static String where(ActorsQuery.Filter filter, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (filter != null && filter.name() != null) {
            values.put("name", Names.normalised(filter.name()));
            all.add(
                    "exists (select from actor_alias n where n.actor_id = a.id and n.norm = :name and n.alias = a.name)");
        }
        if (filter != null && filter.alias() != null) {
            values.put("alias", Names.normalised(filter.alias()));
            all.add("exists (select from actor_alias n where n.norm = :alias and current_id(n.actor_id, null) = a.id)");
        }
        if (filter != null && filter.kind() != null) {
            values.put("kinds", Rows.list(filter.kind()));
            all.add("a.kind = any(string_to_array(:kinds, ','))");
        }
        if (filter != null && filter.text() != null) {
            values.put("text", Names.normalised(filter.text()));
            all.add("exists (select from actor_alias n where n.actor_id = a.id"
                    + " and (n.norm like '%' || :text || '%' or cast(:text as text) <% n.norm))");
        }
        return String.join(" and ", all);
    }

    /** Of those that are merged only what they were merged into. */
    private static String holds(Instant knownAt) {
        return knownAt == null
                ? "a.superseded_at is null and not exists (select from redirect d where d.from_id = a.id and d.superseded_at is null)"
                : "a.known_at <= :knownAt and (a.superseded_at is null or a.superseded_at > :knownAt)"
                        + " and current_id(a.id, cast(:knownAt as timestamptz)) = a.id";
    }

    private static List<ActorView> shown(
            Handle handle, String page, Map<String, Object> values, Instant knownAt, String order) {
        return handle.createQuery("with page as (" + page + ")\n" + ActorRow.SELECT + " order by " + order)
                .bindMap(values)
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> ActorRow.of(row))
                .list();
    }

    private static Long count(Handle handle, String where, Map<String, Object> values, Instant knownAt) {
        var query = handle.createQuery("select count(*) from actor a where " + where)
                .bindMap(values);
        return (knownAt == null ? query : query.bind("knownAt", knownAt))
                .mapTo(Long.class)
                .one();
    }
}

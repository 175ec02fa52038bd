package org.parley.events.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.Parties;
import org.parley.events.table.Fields;
import org.parley.events.table.Known;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads statements: by filter, by key, by id; each in one SQL statement, now or as known at a time. */
@ApplicationScoped
public class Statements {

    private static final String ASKED = "unnest(cast(string_to_array(:keys, ',') as uuid[])) a(key)";
    private static final String STORED = "unnest(cast(string_to_array(:owners, ',') as uuid[]),"
            + " cast(string_to_array(:stored, ',') as uuid[])) k(owner, id)";

    /** For one key the same without lists: PostgreSQL keeps a plan where it can tell how many rows to expect. */
    private static final String ASKED_ONE = "(select cast(:keys as uuid) as key) a";

    private static final String STORED_ONE = "(select cast(:owners as uuid) as owner, cast(:stored as uuid) as id) k";

    private final Jdbi jdbi;
    private final StatementOrder order;

    Statements(Jdbi jdbi, StatementOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    Page<StatementView> query(StatementsQuery query) {
        Paging paging = query.paging();
        return jdbi.withHandle(handle -> {
            FilterSql filter = filter(handle, query.filter());
            String where = filter.compile(query.filter()) + " and " + Known.rows("r", query.knownAt());
            Map<String, Object> values = filter.values();
            String page = "select r.id, cast(null as uuid) from reading r where %s and %s order by %s limit %d"
                    .formatted(
                            where,
                            order.beyond(paging, "r", values),
                            StatementOrder.by(paging, "r"),
                            paging.size() + 1);
            List<StatementRow> rows = shown(handle, page, values, query.knownAt(), query.fields());
            Long total = paging.count()
                    ? Known.query(handle, "select count(*) from reading r where " + where, query.knownAt())
                            .bindMap(values)
                            .mapTo(Long.class)
                            .one()
                    : null;
            return page(paging, rows, total, query.fields());
        });
    }

    Map<UUID, Page<StatementView>> pagesBy(PagesByQuery query) {
        Paging paging = query.paging();
        PagesByQuery.Key by = query.by();
        return jdbi.withHandle(handle -> {
            // Rows stand under the ids they were stored by: each is read in its own order, and the pages are made of
            // those.
            Map<UUID, UUID> keys = new HashMap<>();
            Set<UUID> seen = new HashSet<>();
            List<UUID> owners = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            Redirects.groups(handle, query.keys()).forEach((asked, stored) -> {
                UUID owner = stored.iterator().next();
                keys.put(asked, owner);
                if (seen.add(owner)) {
                    stored.forEach(id -> {
                        owners.add(owner);
                        ids.add(id);
                    });
                }
            });
            boolean one = ids.size() == 1;
            String askedKeys = one ? ASKED_ONE : ASKED;
            String storedKeys = one ? STORED_ONE : STORED;
            FilterSql filter = filter(handle, query.filter());
            String where = "%s and %s and %s"
                    .formatted(by.condition, filter.compile(query.filter()), Known.rows("r", query.knownAt()));
            Map<String, Object> values = filter.values();
            values.put("keys", Rows.list(seen));
            values.put("owners", Rows.list(owners));
            values.put("stored", Rows.list(ids));
            String page = """
                    select x.id, a.key from %1$s cross join lateral (
                        select y.id from %2$s cross join lateral (
                            select r.id, %3$s.sort_at, %3$s.statement_id from %4$s where %5$s and %6$s order by %7$s limit %9$d) y
                        where k.owner = a.key order by %8$s limit %9$d) x""".formatted(
                            askedKeys,
                            storedKeys,
                            by.ordered,
                            by.from,
                            where,
                            order.beyond(paging, by.ordered, values),
                            StatementOrder.by(paging, by.ordered),
                            StatementOrder.by(paging, "y"),
                            paging.size() + 1);
            Map<UUID, List<StatementRow>> rows = shown(handle, page, values, query.knownAt(), query.fields()).stream()
                    .collect(Collectors.groupingBy(StatementRow::key));
            Map<UUID, Long> totals = paging.count()
                    ? totals(
                            handle,
                            "select a.key, (select count(*) from %s cross join %s where k.owner = a.key and %s) from %s"
                                    .formatted(storedKeys, by.from, where, askedKeys),
                            values,
                            query.knownAt())
                    : Map.of();
            Map<UUID, Page<StatementView>> pages = new LinkedHashMap<>();
            keys.forEach((asked, now) ->
                    pages.put(asked, page(paging, rows.getOrDefault(now, List.of()), totals.get(now), query.fields())));
            return pages;
        });
    }

    /**
     * The statements in the order of {@code ids}, null for one that does not exist or was not known then. One that was
     * superseded comes with its last reading.
     */
    public List<StatementView> byIds(List<UUID> ids, Instant knownAt) {
        return byIds(ids, knownAt, Fields.ALL);
    }

    List<StatementView> byIds(List<UUID> ids, Instant knownAt, Fields fields) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids);
            Map<String, Object> values = new HashMap<>();
            values.put("ids", Rows.list(now.values()));
            String page = """
                    select x.id, cast(null as uuid)
                    from unnest(cast(string_to_array(:ids, ',') as uuid[])) k(key) cross join lateral (
                        select r.id from reading r
                        where r.statement_id = k.key
                            and (cast(:knownAt as timestamptz) is null or r.known_at <= :knownAt)
                        order by case when r.superseded_at > cast(:knownAt as timestamptz) then null else r.superseded_at end
                            desc nulls first, r.known_at desc
                        limit 1) x""";
            Map<UUID, StatementView> views = shown(handle, page, values, knownAt, fields).stream()
                    .map(StatementRow::view)
                    .collect(Collectors.toMap(StatementView::id, view -> view, (one, same) -> one));
            List<StatementView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
    }

    /** Counts of each outlet's statements in articles published from a moment on and before another. */
    Map<UUID, AttributionApi.Attribution> attributions(List<UUID> outlets, Instant from, Instant to) {
        StatementFilter window = StatementFilter.ofOutlets(outlets, from.toString(), to.toString());
        return jdbi.withHandle(handle -> {
            FilterSql filter = filter(handle, window);
            String counts = """
                    select r.outlet_id, count(*), count(*) filter (where %s), count(*) filter (where %s)
                    from reading r where %s and %s group by r.outlet_id""".formatted(
                            FilterSql.CORROBORATED, FilterSql.ANONYMOUS, filter.compile(window), Known.rows("r", null));
            return Known.query(handle, counts, null)
                    .bindMap(filter.values())
                    .map((row, context) -> new AttributionApi.Attribution(
                            row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                    .stream()
                    .collect(Collectors.toMap(AttributionApi.Attribution::outletId, found -> found));
        });
    }

    private FilterSql filter(Handle handle, StatementFilter filter) {
        List<UUID> named = new ArrayList<>();
        collectIds(filter, named);
        Map<UUID, Set<UUID>> stored = Redirects.groups(handle, named);
        return new FilterSql(id -> stored.getOrDefault(id, Set.of(id)), parties -> Parties.speakers(handle, parties));
    }

    private static void collectIds(StatementFilter filter, List<UUID> into) {
        if (filter == null) {
            return;
        }
        Stream.of(filter.ids(), filter.speaker(), filter.utterance(), filter.proposal(), filter.proposalVersion())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .forEach(into::add);
        Stream.of(filter.and(), filter.or())
                .filter(Objects::nonNull)
                .forEach(filters -> filters.forEach(each -> collectIds(each, into)));
        collectIds(filter.not(), into);
    }

    private static List<StatementRow> shown(
            Handle handle, String page, Map<String, Object> values, Instant knownAt, Fields fields) {
        return Known.query(handle, StatementRow.select(page, fields), knownAt)
                .bindMap(values)
                .map((row, context) -> StatementRow.of(row, fields, knownAt))
                .list();
    }

    private static Map<UUID, Long> totals(Handle handle, String sql, Map<String, Object> values, Instant knownAt) {
        Map<UUID, Long> totals = new HashMap<>();
        Known.query(handle, sql, knownAt)
                .bindMap(values)
                .map((row, context) -> totals.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        return totals;
    }

    /** Cursors are signed one by one: where nobody wants those of all rows, the page has its first and its last. */
    private Page<StatementView> page(Paging paging, List<StatementRow> rows, Long total, Fields fields) {
        Comparator<StatementRow> forward = Comparator.comparing(StatementRow::sortAt)
                .reversed()
                .thenComparing(row -> row.view().id().toString());
        List<StatementRow> ordered = rows.stream()
                .sorted(paging.backward() ? forward.reversed() : forward)
                .toList();
        int shown = Math.min(ordered.size(), paging.size());
        Set<StatementRow> ends = Collections.newSetFromMap(new IdentityHashMap<>());
        if (shown > 0) {
            ends.add(ordered.get(0));
            ends.add(ordered.get(shown - 1));
        }
        return Page.of(
                        paging,
                        ordered,
                        row -> fields.has("cursor") || ends.contains(row) ? order.cursor(row) : null,
                        total)
                .map(StatementRow::view);
    }
}

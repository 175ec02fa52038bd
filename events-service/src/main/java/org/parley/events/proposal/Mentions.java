package org.parley.events.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Known;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.ProposalMention;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Reads where proposals are mentioned: by the time known, then by id. */
@ApplicationScoped
class Mentions {

    private static final String ORDER = "mentions-by-known-1";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    Mentions(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    private record Row(UUID key, MentionView view, Long total) {}

    Map<UUID, Page<MentionView>> pages(MentionsQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        String beyond = beyond(paging, values);
        String holds = Known.at("m") + " and " + Known.at("g");
        String total = paging.count()
                ? "(select count(*) from meaning g join mention m on m.id = g.mention_id where g.proposal_id = k.key and %s)"
                        .formatted(holds)
                : "cast(null as bigint)";
        String direction = paging.backward() ? "desc" : "asc";
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> keys = Redirects.resolve(handle, query.ids());
            var select = Known.query(
                            handle, """
                            select k.key, m.*, c.read_version, p.spans, %1$s as total
                            from unnest(cast(string_to_array(:keys, ',') as uuid[])) k(key)
                            left join lateral (
                                select m.*, g.proposal_id, g.version_id, g.basis from meaning g join mention m on m.id = g.mention_id
                                where g.proposal_id = k.key and %2$s and %3$s
                                order by m.known_at %4$s, m.id %4$s limit %5$d) m on true
                            left join article c on c.id = m.article_id
                            left join placement p on p.owner_id = m.id and p.article_version = c.read_version
                            order by m.known_at %4$s, m.id %4$s""".formatted(total, holds, beyond, direction, paging.size() + 1), query.knownAt())
                    .bindMap(values)
                    .bind("keys", Rows.list(keys.values()));
            Map<UUID, List<Row>> rows = select
                    .map((row, context) -> new Row(
                            Rows.uuid(row, "key"),
                            row.getObject("id") == null ? null : view(row),
                            row.getObject("total", Long.class)))
                    .stream()
                    .collect(Collectors.groupingBy(Row::key));
            Map<UUID, Page<MentionView>> pages = new LinkedHashMap<>();
            keys.forEach((asked, now) -> pages.put(asked, page(paging, rows.getOrDefault(now, List.of()))));
            return pages;
        });
    }

    private Page<MentionView> page(Paging paging, List<Row> rows) {
        List<MentionView> views =
                rows.stream().map(Row::view).filter(view -> view != null).toList();
        Long total = rows.isEmpty() ? null : rows.get(0).total();
        return Page.of(paging, views, view -> cursors.encode(ORDER, view.knownAt(), view.id()), total);
    }

    private String beyond(Paging paging, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(ORDER, paging.cursor(), paging.cursorField());
        try {
            values.put("sortAt", Instant.parse(keys.get(0)));
            values.put("sortId", UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.badInput(paging.cursorField(), "is of an older release: start again without it");
        }
        return "(m.known_at, m.id) %s (:sortAt, :sortId)".formatted(paging.backward() ? "<" : ">");
    }

    private static MentionView view(ResultSet row) throws SQLException {
        UUID article = Rows.uuid(row, "article_id");
        var placements = Placements.of(
                article, row.getInt("article_version"), row.getInt("read_version"), row.getString("spans"));
        return new MentionView(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "proposal_id"),
                Rows.uuid(row, "version_id"),
                placements.show(Json.read(row.getString("receipt"), Receipt.class)),
                Rows.name(row, "kind", ProposalMention.Kind.class),
                row.getObject("point_count", Integer.class),
                row.getString("sponsor"),
                Rows.name(row, "basis", Basis.class),
                row.getString("rule"),
                row.getDouble("confidence"),
                Rows.instant(row, "known_at"));
    }
}

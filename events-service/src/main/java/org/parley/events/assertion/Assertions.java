package org.parley.events.assertion;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Known;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Reads what articles state in their own voice: by the time known, then by id. */
@ApplicationScoped
class Assertions {

    private static final String ORDER = "assertions-by-known-1";
    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final String SELECT = """
            select s.*, g.proposal_id, g.version_id, c.read_version, p.spans
            from assertion s join article c on c.id = s.article_id
            left join meaning g on g.mention_id = s.mention_id and %s
            left join placement p on p.owner_id = s.id and p.article_version = c.read_version
            """.formatted(Known.at("g"));

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    Assertions(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** In the order of {@code ids}; one that is no more is shown as it was. */
    List<AssertionView> byIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, AssertionView> views = new HashMap<>();
            Known.query(handle, SELECT + """
                            where s.id = any(cast(string_to_array(:ids, ',') as uuid[]))
                                and (cast(:knownAt as timestamptz) is null or s.known_at <= :knownAt)""", knownAt)
                    .bind("ids", Rows.list(ids))
                    .map((row, context) -> view(row))
                    .forEach(view -> views.put(view.id(), view));
            List<AssertionView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(id)));
            return answer;
        });
    }

    Map<UUID, Page<AssertionView>> pages(AssertionsQuery query) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, query.keys());
            Map<UUID, Page<AssertionView>> pages = new LinkedHashMap<>();
            now.forEach((asked, key) -> pages.put(asked, page(handle, query, key)));
            return pages;
        });
    }

    private Page<AssertionView> page(Handle handle, AssertionsQuery query, UUID key) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>(Map.of("key", key));
        String where = "where %s = :key and %s".formatted(query.by().column, Known.at("s"));
        Long total = paging.count()
                ? Known.query(handle, "select count(*) from (%s %s) x".formatted(SELECT, where), query.knownAt())
                        .bindMap(values)
                        .mapTo(Long.class)
                        .one()
                : null;
        String direction = paging.backward() ? "desc" : "asc";
        String page = SELECT
                + " %s and %s order by s.known_at %s, s.id %s limit %d"
                        .formatted(where, beyond(paging, values), direction, direction, paging.size() + 1);
        List<AssertionView> views = Known.query(handle, page, query.knownAt())
                .bindMap(values)
                .map((row, context) -> view(row))
                .list();
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
        return "(s.known_at, s.id) %s (:sortAt, :sortId)".formatted(paging.backward() ? "<" : ">");
    }

    private static AssertionView view(ResultSet row) throws SQLException {
        UUID article = Rows.uuid(row, "article_id");
        int version = row.getInt("article_version");
        return new AssertionView(
                Rows.uuid(row, "id"),
                article,
                version,
                row.getString("field"),
                row.getString("value"),
                Placements.of(article, version, row.getInt("read_version"), row.getString("spans"))
                        .show(Json.read(row.getString("receipts"), RECEIPTS)),
                Rows.uuid(row, "proposal_id"),
                Rows.uuid(row, "version_id"),
                Rows.uuid(row, "mention_id"),
                Rows.instant(row, "known_at"),
                Rows.instant(row, "superseded_at"));
    }
}

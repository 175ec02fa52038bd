package org.parley.events.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.Names;
import org.parley.events.table.Body;
import org.parley.events.table.Rows;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Looks for statements, proposals and actors by words, also by words that are written nearly so. */
@Path("/v1/search")
@RolesAllowed("read")
class SearchApi {

    private static final String ORDER = "search-by-score-1";
    private static final int LONGEST = 500;

    private static final String HITS = """
            with asked as (
                select websearch_to_tsquery('english', :text) as query, cast(:text as text) as words, cast(:name as text) as name),
            hit as (%s)
            """;

    private static final String PAGE = """
            , page as (
                select kind, id, title, round(score::numeric, 6) as score from hit
                where %s order by round(score::numeric, 6) desc, id limit :limit)
            select page.*, ts_headline('english', page.title, asked.query, :options) as marked
            from page, asked
            order by page.score desc, page.id
            """;

    private static final String OPTIONS =
            "StartSel=%s, StopSel=%s, HighlightAll=true".formatted(Highlight.START, Highlight.STOP);

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    SearchApi(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /**
     * What to look for.
     *
     * @param kinds null or empty for all
     * @param last refused: the best are asked for first
     * @param count whether to count all that is found
     */
    public record Asked(
            String text,
            Set<SearchKind> kinds,
            Integer first,
            Integer last,
            String after,
            String before,
            Boolean count) {}

    /** A row that was found; {@code highlight} is its title, in pieces. */
    @JsonInclude(Include.NON_NULL)
    public record Hit(SearchKind kind, UUID id, String title, List<Highlight> highlight, double score) {}

    private record Found(Hit hit, String score) {}

    @POST
    @Operation(summary = "Statements, proposals and actors by words, best first")
    public Page<Hit> search(Asked asked) {
        String text = Body.given(asked).text() == null ? "" : asked.text().strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf(0) >= 0) {
            throw ProblemException.badInput("text", "has to hold 1 to " + LONGEST + " characters to look for");
        }
        Paging paging = Paging.of(asked.first(), asked.last(), asked.after(), asked.before(), asked.count());
        if (paging.backward()) {
            throw ProblemException.badInput("last", "cannot be asked of a search: use first and after");
        }
        Map<String, Object> values = new HashMap<>(
                Map.of("text", text, "name", Names.normalised(text), "options", OPTIONS, "limit", paging.size() + 1));
        String hits = HITS.formatted(hits(asked.kinds()));
        String sql = hits + PAGE.formatted(beyond(paging, values));
        List<Found> found = jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, context) -> new Found(
                        new Hit(
                                Rows.name(row, "kind", SearchKind.class),
                                Rows.uuid(row, "id"),
                                row.getString("title"),
                                Highlight.of(row.getString("marked")),
                                row.getDouble("score")),
                        row.getString("score")))
                .list());
        Long total = paging.count() ? count(hits, values) : null;
        Page<Found> page = Page.of(
                paging,
                found,
                row -> cursors.encode(ORDER, row.score(), row.hit().id()),
                total);
        return page.map(Found::hit);
    }

    private long count(String hits, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.createQuery(hits + "select count(*) from hit")
                .bind("text", values.get("text"))
                .bind("name", values.get("name"))
                .mapTo(Long.class)
                .one());
    }

    private static String hits(Set<SearchKind> kinds) {
        Set<SearchKind> asked = kinds == null || kinds.isEmpty() ? EnumSet.allOf(SearchKind.class) : kinds;
        return asked.stream().map(kind -> kind.sql).collect(Collectors.joining(" union all "));
    }

    private String beyond(Paging paging, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(ORDER, paging.cursor(), "after");
        values.put("score", new BigDecimal(keys.get(0)));
        values.put("id", UUID.fromString(keys.get(1)));
        return "(round(score::numeric, 6) < :score or round(score::numeric, 6) = :score and id > :id)";
    }
}

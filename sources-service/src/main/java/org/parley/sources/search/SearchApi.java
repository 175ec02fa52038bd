package org.parley.sources.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Looks for articles by their words, and by headlines that are written nearly so. */
@Path("/v1/search")
class SearchApi {

    private static final String ORDER = "search-by-score-1";
    private static final int LONGEST = 500;

    private static final String HITS = """
            with asked as (select websearch_to_tsquery('english', :text) as query),
            hit as (
                select s.article_id, s.headline,
                       ts_rank_cd(s.document, asked.query)::float8 + word_similarity(:text, s.headline)::float8 as score
                from article_search s, asked
                where s.document @@ asked.query or cast(:text as text) <% s.headline)
            """;

    /** Highlights are made only for the rows of the page: finding them reads the whole text. */
    private static final String PAGE = """
            , page as (
                select * from hit where %s
                order by score desc, article_id limit :limit)
            select page.article_id, page.score, nullif(page.headline, '') as headline, a.file, a.url,
                   ts_headline('english', left(v.text, 100000), asked.query, :options) as marked
            from page
            join article a on a.id = page.article_id
            join article_version v on v.article_id = a.id and v.number = a.version, asked
            order by page.score desc, page.article_id""";

    private static final String OPTIONS = "StartSel=" + Highlight.START + ", StopSel=" + Highlight.STOP
            + ", MaxFragments=2, MinWords=8, MaxWords=25, FragmentDelimiter=\" ... \"";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    SearchApi(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    record Asked(String text, Integer first, String after, Boolean count) {}

    /** A row that was found; {@code highlight} is the part of it that was, in pieces. */
    @JsonInclude(Include.NON_NULL)
    record Hit(String kind, UUID id, String title, List<Highlight> highlight, double score) {}

    @POST
    @RolesAllowed("read")
    @Operation(summary = "Articles by words of their text or headline, best first")
    public Page<Hit> search(Asked asked) {
        String text = asked == null || asked.text() == null ? "" : asked.text().strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf(0) >= 0) {
            throw ProblemException.badInput("text", "has to hold 1 to " + LONGEST + " characters to look for");
        }
        Paging paging = Paging.of(asked.first(), null, asked.after(), null, asked.count());
        List<String> keys = paging.cursor() == null ? null : cursors.decode(ORDER, paging.cursor(), "after");
        String beyond = keys == null ? "true" : "score < :score or (score = :score and article_id > :id)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(HITS + PAGE.formatted(beyond))
                    .bind("text", text)
                    .bind("options", OPTIONS)
                    .bind("limit", paging.size() + 1);
            if (keys != null) {
                query.bind("score", Double.parseDouble(keys.get(0))).bind("id", UUID.fromString(keys.get(1)));
            }
            List<Hit> hits = query.map((row, context) -> new Hit(
                            "ARTICLE",
                            row.getObject("article_id", UUID.class),
                            title(row.getString("headline"), row.getString("file"), row.getString("url")),
                            Highlight.of(row.getString("marked")),
                            row.getDouble("score")))
                    .list();
            Long total = paging.count()
                    ? handle.createQuery(HITS + "select count(*) from hit")
                            .bind("text", text)
                            .mapTo(Long.class)
                            .one()
                    : null;
            return Page.of(paging, hits, hit -> cursors.encode(ORDER, hit.score(), hit.id()), total);
        });
    }

    private static String title(String headline, String file, String url) {
        if (headline != null) {
            return headline;
        }
        return file != null ? file : url;
    }
}

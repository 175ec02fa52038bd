package org.parley.sources.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.page.Batch;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Reads of articles. */
@Path("/v1/articles")
@RolesAllowed("read")
class ArticlesApi {

    private final ArticleReads reads;

    ArticlesApi(ArticleReads reads) {
        this.reads = reads;
    }

    /** @param fields the members wanted; null for all */
    record Query(
            ArticleFilter filter,
            Instant knownAt,
            Integer first,
            Integer last,
            String after,
            String before,
            Boolean count,
            List<String> fields) {}

    record IdsAsked(List<UUID> ids, Boolean text, Boolean versions, Instant knownAt, List<String> fields) {}

    record OutletsAsked(
            List<UUID> ids,
            ArticleFilter filter,
            Instant knownAt,
            Integer first,
            Integer last,
            String after,
            String before,
            Boolean count,
            List<String> fields) {}

    record Pages(Map<UUID, Page<ArticleView>> pages) {}

    @POST
    @Path("/query")
    @Operation(summary = "Articles by filter, newest first")
    public Page<ArticleView> query(Query asked) {
        return asked == null
                ? reads.page(null, null, Paging.of(null, null, null, null, null), true)
                : only(
                        asked.fields(),
                        reads.page(
                                asked.filter(),
                                asked.knownAt(),
                                Paging.of(asked.first(), asked.last(), asked.after(), asked.before(), asked.count()),
                                duplicates(asked.fields())));
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Articles by id, in the order asked for, null where there is none")
    public Batch<ArticleView> byIds(IdsAsked asked) {
        List<UUID> ids = Batch.checked(given(asked).ids());
        Map<UUID, ArticleView> found = reads.byIds(
                ids,
                Boolean.TRUE.equals(asked.text()),
                Boolean.TRUE.equals(asked.versions()),
                duplicates(asked.fields()),
                asked.knownAt());
        if (asked.fields() != null) {
            Set<String> wanted = Set.copyOf(asked.fields());
            found.replaceAll((id, article) -> article.only(wanted));
        }
        return Batch.of(ids, found);
    }

    @POST
    @Path("/by-outlets")
    @Operation(summary = "A page of articles for each outlet")
    public Pages byOutlets(OutletsAsked asked) {
        List<UUID> outlets = Batch.checked(given(asked).ids());
        Paging paging = Paging.of(asked.first(), asked.last(), asked.after(), asked.before(), asked.count());
        Map<UUID, Page<ArticleView>> pages =
                reads.pagesByOutlet(outlets, asked.filter(), asked.knownAt(), paging, duplicates(asked.fields()));
        pages.replaceAll((id, page) -> only(asked.fields(), page));
        return new Pages(pages);
    }

    private static Page<ArticleView> only(List<String> fields, Page<ArticleView> page) {
        if (fields == null) {
            return page;
        }
        Set<String> wanted = Set.copyOf(fields);
        return page.map(article -> article.only(wanted));
    }

    /** Of all members these alone cost something to find; who names its members gets them if it names them. */
    private static boolean duplicates(List<String> fields) {
        return fields == null || fields.contains("duplicates");
    }

    static <T> T given(T body) {
        if (body == null) {
            throw ProblemException.badInput(null, "the body is missing");
        }
        return body;
    }
}

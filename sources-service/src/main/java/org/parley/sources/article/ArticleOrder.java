package org.parley.sources.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Paging;

/** The order of article lists: newest first, undated last, then by id; and the part of it that a page is. */
record ArticleOrder(Paging paging, String condition, Instant published, UUID id) {

    private static final String NAME = "articles-by-published-1";

    static ArticleOrder of(Paging paging, KeysetCursors cursors) {
        if (paging.cursor() == null) {
            return new ArticleOrder(paging, "true", null, null);
        }
        List<String> keys = cursors.decode(NAME, paging.cursor(), paging.cursorField());
        String beyond = paging.backward()
                ? "a.sorted_at >= %1$s and (a.sorted_at > %1$s or a.id < :cursorId)"
                : "a.sorted_at <= %1$s and (a.sorted_at < %1$s or a.id > :cursorId)";
        return new ArticleOrder(
                paging,
                beyond.formatted("coalesce(cast(:cursorPublished as timestamptz), '-infinity')"),
                keys.get(0) == null ? null : Instant.parse(keys.get(0)),
                UUID.fromString(keys.get(1)));
    }

    static String cursor(KeysetCursors cursors, ArticleView article) {
        return cursors.encode(NAME, article.publishedAt(), article.id());
    }

    String orderBy() {
        return paging.backward() ? " order by a.sorted_at, a.id desc" : " order by a.sorted_at desc, a.id";
    }

    Query bind(Query query) {
        return paging.cursor() == null
                ? query
                : query.bind("cursorPublished", published).bind("cursorId", id);
    }
}

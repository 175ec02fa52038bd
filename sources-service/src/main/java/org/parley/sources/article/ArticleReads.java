package org.parley.sources.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads of articles and their versions, a query for each kind of row however many rows there are. */
@ApplicationScoped
class ArticleReads {

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    ArticleReads(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /**
     * A page of what fits a filter.
     *
     * @param knownAt as they were known then; null for now
     * @param duplicates whether each comes with those that say the same
     */
    Page<ArticleView> page(ArticleFilter filter, Instant knownAt, Paging paging, boolean duplicates) {
        ArticleOrder order = ArticleOrder.of(paging, cursors);
        FilterSql where = new FilterSql(filter);
        return jdbi.withHandle(handle -> {
            String from = " from " + ArticleRows.table(knownAt);
            List<ArticleView> rows = order.bind(where.bind(handle.createQuery(ArticleRows.select(duplicates) + from
                            + ArticleRows.OUTLET + " where " + where.condition() + " and " + order.condition()
                            + order.orderBy()
                            + " limit :limit")))
                    .bind("limit", paging.size() + 1)
                    .bind("knownAt", knownAt)
                    .map((row, context) -> ArticleRows.read(row))
                    .list();
            Long total = paging.count()
                    ? then(
                                    where.bind(handle.createQuery(
                                            "select count(*)" + from + " where " + where.condition())),
                                    knownAt)
                            .mapTo(Long.class)
                            .one()
                    : null;
            return Page.of(paging, rows, article -> ArticleOrder.cursor(cursors, article), total);
        });
    }

    /** A query that names nothing refuses what is bound to it. */
    private static Query then(Query query, Instant knownAt) {
        return knownAt == null ? query : query.bind("knownAt", knownAt);
    }

    /** A page of each outlet's articles, in one query; as they were known at a time, null for now. */
    Map<UUID, Page<ArticleView>> pagesByOutlet(
            List<UUID> outlets, ArticleFilter filter, Instant knownAt, Paging paging, boolean duplicates) {
        ArticleOrder order = ArticleOrder.of(paging, cursors);
        FilterSql where = new FilterSql(filter);
        return jdbi.withHandle(handle -> {
            Map<UUID, List<ArticleView>> rows = new HashMap<>();
            order.bind(where.bind(handle.createQuery(ArticleRows.select(duplicates)
                            + """
                             from unnest(cast(:outlets as uuid[])) as asked(outlet_id)
                            cross join lateral (
                                select a.* from %s
                                where a.outlet_id = asked.outlet_id and (%s) and %s %s limit :limit) a
                            join outlet o on o.id = a.outlet_id
                            """.formatted(
                                    ArticleRows.table(knownAt), where.condition(), order.condition(), order.orderBy())
                            + order.orderBy())))
                    .bindArray("outlets", UUID.class, outlets)
                    .bind("limit", paging.size() + 1)
                    .bind("knownAt", knownAt)
                    .map((row, context) -> ArticleRows.read(row))
                    .forEach(article -> rows.computeIfAbsent(article.outlet().id(), id -> new ArrayList<>())
                            .add(article));
            Map<UUID, Long> totals = paging.count() ? totals(handle, outlets, where, knownAt) : Map.of();
            Map<UUID, Page<ArticleView>> pages = new LinkedHashMap<>();
            for (UUID outlet : outlets) {
                Long total = paging.count() ? totals.getOrDefault(outlet, 0L) : null;
                pages.put(
                        outlet,
                        Page.of(
                                paging,
                                rows.getOrDefault(outlet, List.of()),
                                article -> ArticleOrder.cursor(cursors, article),
                                total));
            }
            return pages;
        });
    }

    private static Map<UUID, Long> totals(Handle handle, List<UUID> outlets, FilterSql where, Instant knownAt) {
        Map<UUID, Long> totals = new HashMap<>();
        where.bind(handle.createQuery("select a.outlet_id, count(*) as total from " + ArticleRows.table(knownAt)
                        + " where a.outlet_id = any(:outlets) and (" + where.condition() + ") group by a.outlet_id"))
                .bindArray("outlets", UUID.class, outlets)
                .bind("knownAt", knownAt)
                .map((row, context) -> totals.put(row.getObject("outlet_id", UUID.class), row.getLong("total")))
                .list();
        return totals;
    }

    /** @param knownAt as they were known then; null for now */
    Map<UUID, ArticleView> byIds(List<UUID> ids, boolean text, boolean versions, boolean duplicates, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, String> texts = text ? texts(handle, ids, knownAt) : Map.of();
            Map<UUID, List<VersionView>> versionsOf = versions ? versions(handle, ids, text, knownAt) : Map.of();
            Map<UUID, ArticleView> found = new HashMap<>();
            handle.createQuery(ArticleRows.select(duplicates) + " from " + ArticleRows.table(knownAt)
                            + ArticleRows.OUTLET + " where a.id = any(:ids)")
                    .bindArray("ids", UUID.class, ids)
                    .bind("knownAt", knownAt)
                    .map((row, context) -> ArticleRows.read(row))
                    .forEach(article -> found.put(
                            article.id(), article.with(texts.get(article.id()), versionsOf.get(article.id()))));
            return found;
        });
    }

    private static Map<UUID, String> texts(Handle handle, List<UUID> articles, Instant knownAt) {
        Map<UUID, String> texts = new HashMap<>();
        handle.createQuery("select a.id, v.text from " + ArticleRows.table(knownAt) + """
                         join article_version v on v.article_id = a.id and v.number = a.version
                        where a.id = any(:ids)""")
                .bindArray("ids", UUID.class, articles)
                .bind("knownAt", knownAt)
                .map((row, context) -> texts.put(row.getObject("id", UUID.class), row.getString("text")))
                .list();
        return texts;
    }

    private static Map<UUID, List<VersionView>> versions(
            Handle handle, List<UUID> articles, boolean text, Instant knownAt) {
        Map<UUID, List<VersionView>> versions = new HashMap<>();
        handle.createQuery("select " + VersionRows.COLUMNS + (text ? ", v.text" : "") + """
                         from article_version v where v.article_id = any(:ids)
                          and (cast(:knownAt as timestamptz) is null or v.known_at <= :knownAt)
                        order by v.retrieved_at, v.published_at nulls first, v.number""")
                .bindArray("ids", UUID.class, articles)
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> VersionRows.read(row, text))
                .forEach(version -> versions.computeIfAbsent(version.articleId(), id -> new ArrayList<>())
                        .add(version));
        return versions;
    }

    Map<UUID, VersionView> versionsByIds(List<UUID> ids, boolean text) {
        Map<UUID, VersionView> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select " + VersionRows.COLUMNS + (text ? ", v.text" : "")
                        + " from article_version v where v.id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> VersionRows.read(row, text))
                .forEach(version -> found.put(version.id(), version)));
        return found;
    }

    /** One version with its text, or null. */
    VersionView version(UUID article, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + VersionRows.COLUMNS
                        + ", v.text from article_version v where v.article_id = :article and v.number = :number")
                .bind("article", article)
                .bind("number", number)
                .map((row, context) -> VersionRows.read(row, true))
                .findOne()
                .orElse(null));
    }
}

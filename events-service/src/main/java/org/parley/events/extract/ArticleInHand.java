package org.parley.events.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * What is known here of an article when one of its versions is to be read.
 *
 * @param readVersion the newest version read so far, or null
 * @param newest whether the version in hand is that one or a newer one
 * @param versionsRead all versions with rows here that have receipts
 */
record ArticleInHand(
        UUID id,
        UUID outletId,
        Instant publishedAt,
        LocalDate publishedOn,
        String language,
        Integer readVersion,
        boolean newest,
        List<Integer> versionsRead) {

    static ArticleInHand of(Handle handle, WorkItem item) {
        List<Integer> read = handle.createQuery(
                        "select distinct article_version from extraction where article_id = :id order by article_version")
                .bind("id", item.articleId())
                .mapTo(Integer.class)
                .list();
        // Versions are ordered by when they were retrieved; numbers only tell in which order they arrived.
        return handle.createQuery("""
                        select a.*, o.time_zone, a.read_version is null or (
                            select (coalesce(mine.retrieved_at, '-infinity'), coalesce(mine.published_at, '-infinity'), mine.number)
                                >= (coalesce(last.retrieved_at, '-infinity'), coalesce(last.published_at, '-infinity'), last.number)
                            from article_version mine, article_version last
                            where mine.article_id = a.id and mine.number = :version
                                and last.article_id = a.id and last.number = a.read_version) as newest
                        from article a left join outlet o on o.id = a.outlet_id
                        where a.id = :id""")
                .bind("id", item.articleId())
                .bind("version", item.version())
                .map((row, context) -> {
                    Instant published = Rows.instant(row, "published_at");
                    String zone = row.getString("time_zone");
                    ZoneId calendar = zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
                    return new ArticleInHand(
                            item.articleId(),
                            Rows.uuid(row, "outlet_id"),
                            published,
                            published == null ? null : LocalDate.ofInstant(published, calendar),
                            row.getString("language"),
                            row.getObject("read_version", Integer.class),
                            row.getBoolean("newest"),
                            read);
                })
                .one();
    }
}

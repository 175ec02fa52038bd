package org.parley.events.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * An article version that another engine is to be asked about.
 *
 * @param attempts answers so far that could not be used
 * @param pauses failures in a row of any kind
 */
record AskedArticle(UUID id, int version, LocalDate publishedOn, String language, int attempts, int pauses) {

    static AskedArticle of(Handle handle, UUID article, int version, int attempts, int pauses) {
        return handle.createQuery("""
                        select a.published_at, a.language, o.time_zone
                        from article a left join outlet o on o.id = a.outlet_id where a.id = :id""")
                .bind("id", article)
                .map((row, context) -> {
                    Instant published = Rows.instant(row, "published_at");
                    String zone = row.getString("time_zone");
                    ZoneId calendar = zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
                    return new AskedArticle(
                            article,
                            version,
                            published == null ? null : LocalDate.ofInstant(published, calendar),
                            row.getString("language"),
                            attempts,
                            pauses);
                })
                .one();
    }
}

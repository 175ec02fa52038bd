package org.parley.events.utterance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/** Enters what grouping needs of readings: what they are found by, and where their article has them from. */
public final class ReportBook {

    private record OriginRow(
            UUID articleId, int articleVersion, String agency, String own, List<Long> sketch, Instant knownAt) {}

    private ReportBook() {}

    /** Enters what an article version tells of its origin; again does nothing. */
    public static void enterOrigin(Handle handle, UUID article, int version, String text, Instant now) {
        record Printed(String byline, String outlet) {}
        boolean known = handle.createQuery(
                        "select exists (select from article_origin where article_id = :article and article_version = :version)")
                .bind("article", article)
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
        if (known) {
            return;
        }
        Printed printed = handle.createQuery("""
                        select v.byline, o.name from article a
                        join article_version v on v.article_id = a.id and v.number = :version
                        left join outlet o on o.id = a.outlet_id
                        where a.id = :article""")
                .bind("article", article)
                .bind("version", version)
                .map((row, context) -> new Printed(row.getString("byline"), row.getString("name")))
                .one();
        ArticleOrigin origin = ArticleOrigin.of(text, printed.byline(), printed.outlet());
        Rows.insert(
                handle,
                "article_origin",
                List.of(new OriginRow(article, version, origin.agency(), origin.own(), origin.sketch(), now)));
    }

    /** Enters the keys of the present readings of an article that have none yet. */
    public static void enterKeys(Handle handle, UUID article) {
        handle.createUpdate("""
                        insert into said (reading_id, key, statement_id, sort_at)
                        select distinct on (r.id, k.key) r.id, k.key, r.statement_id, r.sort_at
                        from reading r cross join lateral (
                            select case when a.article_id is null then 'a:' || a.id
                                else 'n:' || coalesce(n.norm, lower(a.name)) end as key
                            from reading_speaker s join actor a on a.id = s.actor_id
                            left join actor_alias n on n.actor_id = a.id and n.alias = a.name
                            where s.reading_id = r.id
                            union all
                            select 'w:' || md5(lower(regexp_replace(r.content, '[^[:alnum:]]+', ' ', 'g')))
                            where not exists (select from reading_speaker s where s.reading_id = r.id)) k
                        where r.article_id = :article and r.superseded_at is null
                        on conflict do nothing""").bind("article", article).execute();
    }
}

package org.parley.events.utterance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.article.ArticleCopy.VersionId;
import org.parley.events.table.Json;
import org.parley.events.table.NewRows;
import org.parley.events.table.Rows;

/** Enters what grouping needs of readings: what they are found by, and where their article has them from. */
public final class ReportBook {

    private record OriginRow(
            UUID articleId, int articleVersion, String agency, String own, List<Long> sketch, Instant knownAt) {}

    private ReportBook() {}

    /** Adds what article versions tell of their origin, by their texts; of those that have been asked before nothing. */
    public static void addOrigins(Handle handle, Map<VersionId, String> texts, NewRows rows, Instant now) {
        rows.add(
                "article_origin",
                handle.createQuery("""
                                select v.article_id, v.number, v.byline, o.name
                                from jsonb_to_recordset(cast(:versions as jsonb)) x(article_id uuid, number int)
                                join article_version v on v.article_id = x.article_id and v.number = x.number
                                join article a on a.id = v.article_id
                                left join outlet o on o.id = a.outlet_id
                                where not exists (select from article_origin g
                                    where g.article_id = x.article_id and g.article_version = x.number)""")
                        .bind("versions", Json.write(texts.keySet()))
                        .map((row, context) -> {
                            VersionId version = new VersionId(Rows.uuid(row, "article_id"), row.getInt("number"));
                            ArticleOrigin origin = ArticleOrigin.of(
                                    texts.get(version), row.getString("byline"), row.getString("name"));
                            return new OriginRow(
                                    version.articleId(),
                                    version.number(),
                                    origin.agency(),
                                    origin.own(),
                                    origin.sketch(),
                                    now);
                        })
                        .list());
    }

    /** Enters the keys of the present readings of these statements that have none yet. */
    public static void enterKeys(Handle handle, Collection<UUID> statements) {
        handle.createUpdate("""
                        insert into said (reading_id, key, statement_id, sort_at)
                        select distinct on (r.id, k.key) r.id, k.key, r.statement_id, r.sort_at
                        from reading r cross join lateral (
                            select x.key from reading_speaker s join actor a on a.id = s.actor_id
                            left join actor_alias n on n.actor_id = a.id and n.alias = a.name
                            cross join lateral (
                                select 'a:' || a.id as key where a.article_id is null or a.kind = 'PERSON'
                                union all
                                select 'n:' || coalesce(n.norm, lower(a.name)) where a.article_id is not null
                                union all
                                select 'p:' || n.norm where a.article_id is not null and a.kind = 'PERSON'
                                union all
                                select 'p:' || array_to_string(f.names[i:], ' ')
                                from (select string_to_array(n.norm, ' ') as names) f, generate_series(2, cardinality(f.names)) i
                                where a.article_id is null and a.kind = 'PERSON') x
                            where s.reading_id = r.id
                            union all
                            select 'w:' || md5(lower(regexp_replace(r.content, '[^[:alnum:]]+', ' ', 'g')))
                            where not exists (select from reading_speaker s where s.reading_id = r.id)) k
                        where r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[])) and r.superseded_at is null
                            and not exists (select from said d where d.reading_id = r.id)""").bind("ids", Rows.list(statements)).execute();
    }
}

package org.parley.events.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.table.Rows;

/** Reads where articles tell how many points a version has, and that it is a revision, with the row each place belongs to. */
final class VersionTellings {

    /**
     * One place.
     *
     * @param count the number of points, or null where only the revision is told
     * @param revised whether it tells that this version was made of the one before
     * @param before the words in front
     */
    record Telling(
            UUID proposal,
            UUID version,
            UUID previous,
            Integer count,
            boolean revised,
            UUID article,
            String outlet,
            Instant published,
            LocalDate day,
            String words,
            String before,
            Evidence evidence) {}

    /** The one that came out first; of one moment in an order that does not depend on arrival. */
    static final Comparator<Telling> FIRST = Comparator.comparing(Telling::published)
            .thenComparing(Telling::outlet)
            .thenComparing(telling -> telling.before() + telling.words());

    private VersionTellings() {}

    /** Of the proposals those of which more than one number of points is told. */
    static List<UUID> several(Handle handle, Collection<UUID> proposals) {
        return handle.createQuery("""
                        select v.proposal_id from version_state v cross join lateral jsonb_array_elements(v.counts) c
                        where v.superseded_at is null and v.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        group by 1 having count(distinct c -> 'value') > 1""")
                .bind("ids", Rows.list(proposals))
                .mapTo(UUID.class)
                .list();
    }

    /** What is told of these proposals; where a statement tells it, that, and not the article's own voice. */
    static List<Telling> of(Handle handle, Collection<UUID> proposals) {
        return handle.createQuery("""
                        with told as materialized (
                            select v.proposal_id, v.version_id, v.previous_id, v.position, t.count, t.revised,
                                cast(p ->> 'article_id' as uuid) as article_id, cast(p ->> 'article_version' as int) as article_version,
                                cast(p -> 'receipt' ->> 'start' as int) as "from", cast(p -> 'receipt' ->> 'end' as int) as until,
                                p -> 'receipt' ->> 'exact' as words, p -> 'receipt' ->> 'prefix' as before
                            from version_state v cross join lateral (
                                select cast(c ->> 'value' as int), false, c -> 'receipts' from jsonb_array_elements(v.counts) c
                                union all select null, true, v.revised) t(count, revised, receipts)
                            cross join lateral jsonb_array_elements(t.receipts) p
                            where v.superseded_at is null and v.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[])))
                        select t.*, o.name as outlet, coalesce(a.published_at, w.known_at) as published,
                            a.published_at is not null as dated, r.id as reading_id, r.statement_id, s.id as assertion_id, m.id as mention_id
                        from told t join article a on a.id = t.article_id left join outlet o on o.id = a.outlet_id
                        join article_version w on w.article_id = t.article_id and w.number = t.article_version
                        left join lateral (
                            select r.id, r.statement_id from reading r
                            where r.article_id = t.article_id and r.article_version = t.article_version and r.superseded_at is null
                                and exists (select from jsonb_array_elements(r.receipts) e
                                    where cast(e ->> 'start' as int) < t.until and cast(e ->> 'end' as int) > t."from")
                            order by r.id limit 1) r on true
                        left join lateral (
                            select s.id from assertion s
                            where s.article_id = t.article_id and s.article_version = t.article_version and s.superseded_at is null
                                and exists (select from jsonb_array_elements(s.receipts) e
                                    where cast(e ->> 'start' as int) < t.until and cast(e ->> 'end' as int) > t."from")
                            order by s.id limit 1) s on r.id is null
                        left join lateral (
                            select m.id from mention m
                            where m.article_id = t.article_id and m.article_version = t.article_version and m.superseded_at is null
                                and cast(m.receipt ->> 'start' as int) < t.until and cast(m.receipt ->> 'end' as int) > t."from"
                            order by m.start_at limit 1) m on r.id is null and s.id is null
                        where coalesce(r.id, s.id, m.id) is not null
                        order by t.position, t.version_id, a.published_at, a.url, t."from", t.revised""")
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> {
                    UUID article = Rows.uuid(row, "article_id");
                    String outlet = row.getString("outlet");
                    Instant published = Rows.instant(row, "published");
                    return new Telling(
                            Rows.uuid(row, "proposal_id"),
                            Rows.uuid(row, "version_id"),
                            Rows.uuid(row, "previous_id"),
                            row.getObject("count", Integer.class),
                            row.getBoolean("revised"),
                            article,
                            outlet == null ? "no outlet named" : outlet,
                            published,
                            row.getBoolean("dated") ? LocalDate.ofInstant(published, ZoneOffset.UTC) : null,
                            row.getString("words"),
                            row.getString("before"),
                            new Evidence(
                                    Rows.uuid(row, "statement_id"),
                                    article,
                                    Rows.uuid(row, "reading_id"),
                                    Rows.uuid(row, "assertion_id"),
                                    Rows.uuid(row, "mention_id")));
                })
                .list();
    }

    /** By versions and articles, where an article counts the points of a version in its own voice. */
    static Map<UUID, Map<UUID, Set<Evidence>>> counted(Handle handle, Collection<UUID> proposals) {
        Map<UUID, Map<UUID, Set<Evidence>>> counted = new HashMap<>();
        handle.createQuery("""
                        select g.version_id, s.article_id, s.id from meaning g
                        join assertion s on s.mention_id = g.mention_id and s.superseded_at is null and s.field = 'pointCount'
                        join version_state v on v.version_id = g.version_id and v.superseded_at is null
                            and cast(v.point_count as text) = s.value
                        where g.superseded_at is null and g.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        order by cast(s.receipts -> 0 ->> 'start' as int)""")
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> counted.computeIfAbsent(Rows.uuid(row, "version_id"), none -> new HashMap<>())
                        .computeIfAbsent(Rows.uuid(row, "article_id"), none -> new LinkedHashSet<>())
                        .add(new Evidence(null, Rows.uuid(row, "article_id"), null, Rows.uuid(row, "id"), null)))
                .list();
        return counted;
    }
}

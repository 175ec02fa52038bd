package org.parley.events.negotiation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * Which articles are on one negotiation: two that name at least {@value #SHARED} of the same persons, places and bodies within
 * {@value #DAYS} days are, and so is what hangs together by such pairs. So the order of arrival does not matter.
 */
final class Neighbours {

    private static final int SHARED = 3;
    private static final int DAYS = 90;

    private final Handle handle;

    Neighbours(Handle handle) {
        this.handle = handle;
    }

    /**
     * Notes the names of an article and puts it where it belongs.
     *
     * @param publishedOn null: then the days tell nothing
     * @return the articles of every negotiation this changes or joins
     */
    Set<UUID> place(UUID article, Collection<String> names, LocalDate publishedOn) {
        boolean before = handle.createQuery("select exists (select from negotiation_article where article_id = :id)")
                .bind("id", article)
                .mapTo(Boolean.class)
                .one();
        if (before && isNoted(article, names, publishedOn)) {
            return Set.of(article);
        }
        Set<UUID> concerned = new LinkedHashSet<>(before ? together(List.of(article)) : List.of());
        note(article, names, publishedOn);
        concerned.add(article);
        concerned.addAll(together(neighbours(article)));
        // An article that only comes in joins; one that has changed may also leave, and part what it held together.
        List<Set<UUID>> groups = before ? parted(concerned) : List.of(concerned);
        for (int i = 0; i < groups.size(); i++) {
            mark(groups.get(i), i == 0);
        }
        return concerned;
    }

    /** The negotiations of these articles, each with all its articles. */
    Collection<Set<UUID>> negotiations(Collection<UUID> articles) {
        Map<UUID, Set<UUID>> negotiations = new LinkedHashMap<>();
        handle.createQuery("""
                        select negotiation_id, article_id from negotiation_article where negotiation_id in (
                            select negotiation_id from negotiation_article
                            where article_id = any(cast(string_to_array(:ids, ',') as uuid[])))
                        order by negotiation_id, article_id""")
                .bind("ids", Rows.list(articles))
                .map((row, context) -> negotiations
                        .computeIfAbsent(Rows.uuid(row, "negotiation_id"), none -> new LinkedHashSet<>())
                        .add(Rows.uuid(row, "article_id")))
                .list();
        return negotiations.values();
    }

    private boolean isNoted(UUID article, Collection<String> names, LocalDate publishedOn) {
        return handle.createQuery("""
                        select a.published_on is not distinct from cast(:day as date) and (
                            select coalesce(string_agg(name, '|' order by name collate "C"), '') from article_name
                            where article_id = a.article_id) = :names
                        from negotiation_article a where a.article_id = :article""")
                .bind("article", article)
                .bindByType("day", publishedOn, LocalDate.class)
                .bind("names", names.stream().sorted().collect(Collectors.joining("|")))
                .mapTo(Boolean.class)
                .one();
    }

    private void note(UUID article, Collection<String> names, LocalDate publishedOn) {
        handle.execute("delete from article_name where article_id = ?", article);
        var batch = handle.prepareBatch("insert into article_name (article_id, name) values (:article, :name)");
        names.forEach(name -> batch.bind("article", article).bind("name", name).add());
        if (!names.isEmpty()) {
            batch.execute();
        }
        handle.createUpdate("""
                        insert into negotiation_article (article_id, negotiation_id, published_on) values (:article, :article, :day)
                        on conflict (article_id) do update set published_on = excluded.published_on""")
                .bind("article", article)
                .bindByType("day", publishedOn, LocalDate.class)
                .execute();
    }

    private List<UUID> neighbours(UUID article) {
        return handle.createQuery("""
                        select o.article_id from article_name m join article_name o on o.name = m.name and o.article_id <> m.article_id
                        join negotiation_article a on a.article_id = m.article_id
                        join negotiation_article b on b.article_id = o.article_id
                        where m.article_id = :article
                            and coalesce(abs(a.published_on - b.published_on), 0) <= :days
                        group by o.article_id having count(*) >= :shared""")
                .bind("article", article)
                .bind("days", DAYS)
                .bind("shared", SHARED)
                .map((row, context) -> Rows.uuid(row, "article_id"))
                .list();
    }

    private List<UUID> together(Collection<UUID> articles) {
        return handle.createQuery("""
                        select article_id from negotiation_article where negotiation_id in (
                            select negotiation_id from negotiation_article
                            where article_id = any(cast(string_to_array(:ids, ',') as uuid[])))""")
                .bind("ids", Rows.list(articles))
                .map((row, context) -> Rows.uuid(row, "article_id"))
                .list();
    }

    private List<Set<UUID>> parted(Set<UUID> articles) {
        Map<UUID, List<UUID>> pairs = new HashMap<>();
        handle.createQuery("""
                        select m.article_id as one, o.article_id as other
                        from article_name m join article_name o on o.name = m.name and o.article_id <> m.article_id
                        join negotiation_article a on a.article_id = m.article_id
                        join negotiation_article b on b.article_id = o.article_id
                        where m.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and o.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and coalesce(abs(a.published_on - b.published_on), 0) <= :days
                        group by 1, 2 having count(*) >= :shared""")
                .bind("ids", Rows.list(articles))
                .bind("days", DAYS)
                .bind("shared", SHARED)
                .map((row, context) -> pairs.computeIfAbsent(Rows.uuid(row, "one"), none -> new ArrayList<>())
                        .add(Rows.uuid(row, "other")))
                .list();
        List<Set<UUID>> groups = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (UUID start : articles) {
            Set<UUID> group = new LinkedHashSet<>();
            Deque<UUID> next = new ArrayDeque<>(seen.add(start) ? List.of(start) : List.of());
            while (!next.isEmpty()) {
                UUID at = next.poll();
                group.add(at);
                pairs.getOrDefault(at, List.of()).stream().filter(seen::add).forEach(next::add);
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** @param keep whether the number most of them have may stay: then only the others are written */
    private void mark(Set<UUID> articles, boolean keep) {
        UUID most = handle.createQuery("""
                        select negotiation_id from negotiation_article
                        where article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        group by negotiation_id order by count(*) desc, negotiation_id limit 1""")
                .bind("ids", Rows.list(articles))
                .map((row, context) -> Rows.uuid(row, "negotiation_id"))
                .one();
        UUID number = keep ? most : UuidCreator.getTimeOrderedEpoch();
        handle.createUpdate("""
                        update negotiation_article set negotiation_id = :number
                        where article_id = any(cast(string_to_array(:ids, ',') as uuid[])) and negotiation_id <> :number""")
                .bind("number", number)
                .bind("ids", Rows.list(articles))
                .execute();
    }
}

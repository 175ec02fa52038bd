package org.parley.events.negotiation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.parley.events.negotiation.Negotiations.Arrival;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * Which articles are on one negotiation: two that name at least {@value #SHARED} of the same persons, places and bodies within
 * {@value #DAYS} days are, and so is what hangs together by such pairs. So the order of arrival does not matter. Of what
 * all kinds of talks have in common, the United Nations or Geneva, one counts and no more: else all would be one sooner or later.
 */
final class Neighbours {

    private static final int SHARED = 3;
    private static final int DAYS = 90;

    /** Where anybody may meet, and who is there whatever it is about: that two articles name these tells little. */
    private static final String EVERYWHERE =
            "the united nations,united nations,un,the european union,european union,eu,nato,geneva,vienna,brussels,new york";

    /**
     * Pairs of articles {@code m} and {@code o} that have names in common. They are looked for by what does not stand everywhere, so
     * it does not matter how many name Geneva.
     */
    private static final String IN_COMMON = """
            from article_name m join article_name o on o.name = m.name and o.article_id <> m.article_id
            join negotiation_article a on a.article_id = m.article_id
            join negotiation_article b on b.article_id = o.article_id
            where m.article_id = any(cast(string_to_array(:ids, ',') as uuid[])) and %s
                and m.name <> all(string_to_array(:everywhere, ','))
                and coalesce(abs(a.published_on - b.published_on), 0) <= :days
            group by m.article_id, o.article_id, b.negotiation_id
            having count(*) >= :shared or count(*) = :shared - 1 and exists (
                select from article_name n join article_name w on w.name = n.name and w.article_id = o.article_id
                where n.article_id = m.article_id and n.name = any(string_to_array(:everywhere, ',')))
            """;

    private final Handle handle;

    Neighbours(Handle handle) {
        this.handle = handle;
    }

    /**
     * Notes the names of articles and puts each where it belongs.
     *
     * @return the articles of every negotiation that this changes or joins; of one that is only joined at least one
     */
    Set<UUID> place(Collection<Arrival> arrivals) {
        Set<UUID> there = handle.createQuery(
                        "select article_id from negotiation_article where article_id = any(cast(string_to_array(:ids, ',') as uuid[]))")
                .bind("ids", Rows.list(arrivals.stream().map(Arrival::article).toList()))
                .mapTo(UUID.class)
                .set();
        Set<UUID> concerned = new LinkedHashSet<>();
        List<Arrival> fresh = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (there.contains(arrival.article())) {
                concerned.addAll(placeAgain(arrival));
            } else {
                fresh.add(arrival);
                concerned.add(arrival.article());
            }
        }
        note(fresh);
        join(fresh.stream().map(Arrival::article).toList());
        return concerned;
    }

    /** An article that has changed may also leave, and part what it held together. */
    private Set<UUID> placeAgain(Arrival arrival) {
        UUID article = arrival.article();
        if (isNoted(arrival)) {
            return Set.of(article);
        }
        Set<UUID> concerned = new LinkedHashSet<>(together(List.of(article)));
        handle.execute("delete from article_name where article_id = ?", article);
        handle.execute("delete from negotiation_article where article_id = ?", article);
        note(List.of(arrival));
        concerned.add(article);
        concerned.addAll(together(
                neighbours(List.of(article)).stream().map(Neighbour::other).toList()));
        List<Set<UUID>> groups = parted(concerned);
        for (int i = 0; i < groups.size(); i++) {
            mark(groups.get(i), i == 0);
        }
        return concerned;
    }

    /** Lets articles that have just been noted join the negotiations of their neighbours, which may become one by that. */
    private void join(Collection<UUID> articles) {
        Map<UUID, Set<UUID>> joined = new HashMap<>();
        for (Neighbour neighbour : neighbours(articles)) {
            Set<UUID> mine = joined.computeIfAbsent(neighbour.article(), id -> new LinkedHashSet<>(Set.of(id)));
            Set<UUID> theirs = joined.computeIfAbsent(neighbour.negotiation(), id -> new LinkedHashSet<>(Set.of(id)));
            if (mine != theirs) {
                mine.addAll(theirs);
                theirs.forEach(id -> joined.put(id, mine));
            }
        }
        Map<UUID, Integer> sizes = new HashMap<>();
        handle.createQuery("""
                        select negotiation_id, count(*) as articles from negotiation_article
                        where negotiation_id = any(cast(string_to_array(:ids, ',') as uuid[])) group by 1""")
                .bind("ids", Rows.list(joined.keySet()))
                .map((row, context) -> sizes.put(Rows.uuid(row, "negotiation_id"), row.getInt("articles")))
                .list();
        record Moved(UUID from, UUID into) {}
        List<Moved> moved = new ArrayList<>();
        for (Set<UUID> group : Set.copyOf(joined.values())) {
            UUID most = group.stream()
                    .min(Comparator.comparing((UUID id) -> -sizes.get(id)).thenComparing(UUID::toString))
                    .orElseThrow();
            group.stream().filter(id -> !id.equals(most)).forEach(id -> moved.add(new Moved(id, most)));
        }
        handle.createUpdate("""
                        update negotiation_article a set negotiation_id = x.into
                        from jsonb_to_recordset(cast(:moved as jsonb)) x("from" uuid, "into" uuid) where a.negotiation_id = x.from""").bind("moved", Json.write(moved)).execute();
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

    private boolean isNoted(Arrival arrival) {
        return handle.createQuery("""
                        select a.published_on is not distinct from cast(:day as date) and (
                            select coalesce(string_agg(name, '|' order by name collate "C"), '') from article_name
                            where article_id = a.article_id) = :names
                        from negotiation_article a where a.article_id = :article""")
                .bind("article", arrival.article())
                .bindByType("day", arrival.publishedOn(), LocalDate.class)
                .bind("names", arrival.names().stream().sorted().collect(Collectors.joining("|")))
                .mapTo(Boolean.class)
                .one();
    }

    /** Each is a negotiation by itself at first, of its own id. */
    private void note(Collection<Arrival> arrivals) {
        record NameRow(UUID articleId, String name) {}
        record ArticleRow(UUID articleId, UUID negotiationId, LocalDate publishedOn) {}
        List<NameRow> names = new ArrayList<>();
        List<ArticleRow> articles = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            arrival.names().forEach(name -> names.add(new NameRow(arrival.article(), name)));
            articles.add(new ArticleRow(arrival.article(), arrival.article(), arrival.publishedOn()));
        }
        Rows.insert(handle, "article_name", names);
        Rows.insert(handle, "negotiation_article", articles);
    }

    private record Neighbour(UUID article, UUID other, UUID negotiation) {}

    private List<Neighbour> neighbours(Collection<UUID> articles) {
        return handle.createQuery(
                        "select m.article_id, o.article_id as other, b.negotiation_id " + IN_COMMON.formatted("true"))
                .bind("ids", Rows.list(articles))
                .bind("everywhere", EVERYWHERE)
                .bind("days", DAYS)
                .bind("shared", SHARED)
                .map((row, context) -> new Neighbour(
                        Rows.uuid(row, "article_id"), Rows.uuid(row, "other"), Rows.uuid(row, "negotiation_id")))
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
        handle.createQuery("select m.article_id as one, o.article_id as other "
                        + IN_COMMON.formatted("o.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))"))
                .bind("ids", Rows.list(articles))
                .bind("everywhere", EVERYWHERE)
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

package org.parley.events.actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.SameActors.Pair;
import org.parley.events.table.Json;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;

/**
 * People whom an article names by surname alone, and who they are: the one person of that surname, where that person holds the
 * same office in an article on the same matter and no side speaks against it. Less than that joins nobody; a person decides.
 *
 * <p>A join is a redirect that is worked out anew as people come: a second person of the surname takes it back.
 */
public final class Surnames {

    /** The reason of a redirect that this class made. */
    public static final String REASON = "surname and office";

    /** Asked last: a surname is often enough who one thinks. */
    private static final double LIKENESS = 0.7;

    /**
     * What became of it.
     *
     * @param statements of the people who are somebody else now than before
     * @param moved those people, and whom they led to before or lead to now
     * @param about the people who were looked at
     * @param doubtful who may be who
     */
    public record Outcome(Collection<UUID> statements, Set<UUID> moved, Set<UUID> about, List<Pair> doubtful) {}

    private record Alone(UUID id, String name, UUID article, String norm) {}

    private record Bearer(UUID id, String name) {}

    private record Pairing(Alone alone, Bearer bearer) {}

    private Surnames() {}

    /** Looks at those among {@code actors} that are named by surname alone, and at those that may be others of them. */
    public static Outcome join(Handle handle, Collection<UUID> actors, Instant now) {
        List<Alone> alone = alone(handle, actors);
        if (alone.isEmpty()) {
            return new Outcome(List.of(), Set.of(), Set.of(), List.of());
        }
        Map<String, Set<Bearer>> bearers = bearers(handle, alone);
        List<Pairing> pairings = new ArrayList<>();
        for (Alone each : alone) {
            bearers.getOrDefault(each.norm(), Set.of()).forEach(bearer -> pairings.add(new Pairing(each, bearer)));
        }
        List<Pairing> possible = onOneMatter(handle, unopposed(handle, pairings));
        Set<Pairing> sameOffice = new HashSet<>(new Offices(handle, possible).same());
        Map<UUID, UUID> wanted = new HashMap<>();
        List<Pair> doubtful = new ArrayList<>();
        for (Pairing pairing : possible) {
            Alone each = pairing.alone();
            Bearer bearer = pairing.bearer();
            if (bearers.get(each.norm()).size() == 1 && sameOffice.contains(pairing)) {
                wanted.put(each.id(), bearer.id());
            } else {
                doubtful.add(new Pair(each.id(), each.name(), bearer.id(), bearer.name(), LIKENESS));
            }
        }
        Map<UUID, Set<UUID>> moved = redirect(handle, alone, wanted, now);
        Set<UUID> both = new LinkedHashSet<>(moved.keySet());
        moved.values().forEach(both::addAll);
        Set<UUID> about = new LinkedHashSet<>();
        alone.forEach(each -> about.add(each.id()));
        return new Outcome(
                moved.isEmpty() ? List.of() : Merges.statements(handle, moved.keySet()), both, about, doubtful);
    }

    private static List<Alone> alone(Handle handle, Collection<UUID> actors) {
        Set<String> surnames = new LinkedHashSet<>();
        handle.createQuery("""
                        select n.norm from actor a join actor_alias n on n.actor_id = a.id and n.alias = a.name
                        where a.kind = 'PERSON' and a.article_id is null
                            and a.id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(actors))
                .mapTo(String.class)
                .forEach(name -> surnames.addAll(parts(name)));
        return handle.createQuery("""
                        select distinct on (a.id) a.id, a.name, a.article_id, n.norm
                        from actor a join actor_alias n on n.actor_id = a.id and n.alias = a.name
                        where a.kind = 'PERSON' and a.article_id is not null and a.id in (
                            select i from unnest(cast(string_to_array(:ids, ',') as uuid[])) i
                            union select s.actor_id from actor_alias s
                            where s.norm in (select jsonb_array_elements_text(cast(:surnames as jsonb))))""")
                .bind("ids", Rows.list(actors))
                .bind("surnames", Json.write(surnames))
                .map((row, context) -> new Alone(
                        Rows.uuid(row, "id"),
                        row.getString("name"),
                        Rows.uuid(row, "article_id"),
                        row.getString("norm")))
                .list();
    }

    /** What of a full name may stand for it: its end, and its beginning, as families stand first in many languages. */
    static Set<String> parts(String norm) {
        List<String> words = List.of(norm.split(" "));
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            parts.add(String.join(" ", words.subList(i, words.size())));
            parts.add(String.join(" ", words.subList(0, i)));
        }
        return parts;
    }

    /** Everybody of each surname, as they are known now. */
    private static Map<String, Set<Bearer>> bearers(Handle handle, List<Alone> alone) {
        record Named(String norm, UUID id, String name) {}
        Set<String> norms = new LinkedHashSet<>();
        alone.forEach(each -> norms.add(each.norm()));
        List<Named> named = handle.createQuery("""
                        select s.norm, a.id, a.name from jsonb_array_elements_text(cast(:norms as jsonb)) s(norm)
                        join actor_alias m on m.norm like '% ' || s.norm or m.norm like s.norm || ' %'
                        join actor a on a.id = m.actor_id and a.name = m.alias and a.kind = 'PERSON' and a.article_id is null
                        order by a.name, a.id""")
                .bind("norms", Json.write(norms))
                .map((row, context) -> new Named(row.getString("norm"), Rows.uuid(row, "id"), row.getString("name")))
                .list();
        Map<UUID, UUID> current =
                Redirects.resolve(handle, named.stream().map(Named::id).toList());
        Map<String, Map<UUID, Bearer>> bearers = new HashMap<>();
        named.forEach(each -> {
            UUID id = current.get(each.id());
            bearers.computeIfAbsent(each.norm(), none -> new LinkedHashMap<>())
                    .putIfAbsent(id, new Bearer(id, each.name()));
        });
        Map<String, Set<Bearer>> sets = new HashMap<>();
        bearers.forEach((norm, all) -> sets.put(norm, new LinkedHashSet<>(all.values())));
        return sets;
    }

    /** Those whom no person has told apart, and who do not speak for different sides. */
    private static List<Pairing> unopposed(Handle handle, List<Pairing> pairings) {
        Set<UUID> all = new HashSet<>();
        pairings.forEach(pairing ->
                all.addAll(List.of(pairing.alone().id(), pairing.bearer().id())));
        Map<UUID, UUID> parties = Parties.of(handle, all, null);
        Set<Set<UUID>> apart = new HashSet<>();
        handle.createQuery("""
                        select subject, other from review_decision
                        where kind = 'ACTOR' and verdict = 'REJECT' and superseded_at is null and (
                            subject = any(cast(string_to_array(:ids, ',') as uuid[]))
                            or other = any(cast(string_to_array(:ids, ',') as uuid[])))""")
                .bind("ids", Rows.list(all))
                .map((row, context) -> apart.add(Set.of(Rows.uuid(row, "subject"), Rows.uuid(row, "other"))))
                .list();
        return pairings.stream()
                .filter(pairing -> {
                    UUID mine = parties.get(pairing.alone().id());
                    UUID theirs = parties.get(pairing.bearer().id());
                    return (mine == null || theirs == null || Objects.equals(mine, theirs))
                            && !apart.contains(Set.of(
                                    pairing.alone().id(), pairing.bearer().id()));
                })
                .toList();
    }

    /** Those whose articles are on one matter: see {@code Neighbours}, whose measure this is, of two articles alone. */
    private static List<Pairing> onOneMatter(Handle handle, List<Pairing> pairings) {
        Map<UUID, Set<UUID>> stored = Redirects.groups(
                handle, pairings.stream().map(pairing -> pairing.bearer().id()).toList());
        return pairings.stream()
                .filter(pairing -> handle.createQuery("""
                                select exists (
                                    select from reading_speaker s join reading r on r.id = s.reading_id and r.superseded_at is null
                                    join negotiation_article d on d.article_id = r.article_id
                                    join negotiation_article m on m.article_id = :article
                                    where s.actor_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                                        and d.article_id <> m.article_id and d.negotiation_id = m.negotiation_id
                                        and coalesce(abs(d.published_on - m.published_on), 0) <= 90
                                        and (select count(*) from article_name n join article_name o on o.name = n.name
                                            where n.article_id = m.article_id and o.article_id = d.article_id) >= 3)""")
                        .bind("article", pairing.alone().article())
                        .bind("ids", Rows.list(stored.get(pairing.bearer().id())))
                        .mapTo(Boolean.class)
                        .one())
                .toList();
    }

    /** What the people are printed with. */
    private record Offices(Map<UUID, Set<Set<String>>> printed, List<Pairing> pairings) {

        Offices(Handle handle, List<Pairing> pairings) {
            this(new HashMap<>(), pairings);
            List<UUID> all = new ArrayList<>();
            pairings.forEach(pairing ->
                    all.addAll(List.of(pairing.alone().id(), pairing.bearer().id())));
            Map<UUID, UUID> owner = new HashMap<>();
            Redirects.groups(handle, all).forEach((actor, ids) -> ids.forEach(id -> owner.putIfAbsent(id, actor)));
            all.forEach(id -> owner.put(id, id));
            handle.createQuery("""
                            select distinct actor_id, role from actor_role
                            where superseded_at is null and actor_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                    .bind("ids", Rows.list(owner.keySet()))
                    .map((row, context) -> {
                        Set<String> office = Office.of(row.getString("role"));
                        return !office.isEmpty()
                                && printed.computeIfAbsent(
                                                owner.get(Rows.uuid(row, "actor_id")), none -> new HashSet<>())
                                        .add(office);
                    })
                    .list();
        }

        List<Pairing> same() {
            return pairings.stream()
                    .filter(pairing -> {
                        Set<Set<String>> theirs =
                                printed.getOrDefault(pairing.bearer().id(), Set.of());
                        return printed.getOrDefault(pairing.alone().id(), Set.of()).stream()
                                .anyMatch(mine -> theirs.stream()
                                        .anyMatch(other -> other.containsAll(mine) || mine.containsAll(other)));
                    })
                    .toList();
        }
    }

    /** @return the people who lead to somebody else than before, or to nobody any more; with whom they led and lead to */
    private static Map<UUID, Set<UUID>> redirect(
            Handle handle, List<Alone> alone, Map<UUID, UUID> wanted, Instant now) {
        Map<UUID, UUID> present = new HashMap<>();
        Set<UUID> byPeople = new HashSet<>();
        handle.createQuery("""
                        select from_id, to_id, reason from redirect where superseded_at is null
                            and from_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(alone.stream().map(Alone::id).toList()))
                .map((row, context) -> REASON.equals(row.getString("reason"))
                        ? present.put(Rows.uuid(row, "from_id"), Rows.uuid(row, "to_id"))
                        : byPeople.add(Rows.uuid(row, "from_id")))
                .list();
        Map<UUID, Set<UUID>> moved = new LinkedHashMap<>();
        for (Alone each : alone) {
            UUID from = each.id();
            UUID to = wanted.get(from);
            if (byPeople.contains(from) || Objects.equals(to, present.get(from))) {
                continue;
            }
            Set<UUID> others = moved.computeIfAbsent(from, none -> new LinkedHashSet<>());
            if (present.containsKey(from)) {
                others.add(present.get(from));
                Merges.unmerge(handle, from, now);
            }
            if (to != null) {
                others.add(to);
                Redirects.enter(handle, from, to, REASON, now);
            }
        }
        return moved;
    }
}

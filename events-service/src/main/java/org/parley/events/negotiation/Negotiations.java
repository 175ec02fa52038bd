package org.parley.events.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * Resolves the proposals of the negotiations an article belongs to: which mentions mean the same, which versions there are, what became of
 * their points. Touches no other negotiation, and writes only what differs from what is there.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Negotiations {

    private final Handle handle;
    private final Instant now;
    private final Set<UUID> added = new LinkedHashSet<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> gone = new LinkedHashSet<>();
    private final Set<UUID> statements = new LinkedHashSet<>();

    /** @param now when what is resolved is known from */
    public Negotiations(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** A proposal and the version of it, which may be null: what a mention means. */
    public record Meaning(UUID proposalId, UUID versionId) {}

    /** Proposals that were not there before. */
    public Set<UUID> added() {
        return added;
    }

    /** Proposals of which something is told otherwise than before. */
    public Set<UUID> changed() {
        Set<UUID> others = new LinkedHashSet<>(changed);
        others.removeAll(added);
        others.removeAll(gone);
        return others;
    }

    /** Proposals that nothing tells of any more, or that turned out to be another. */
    public Set<UUID> gone() {
        return gone;
    }

    /** All of these. */
    public Set<UUID> touched() {
        Set<UUID> all = new LinkedHashSet<>(changed);
        all.addAll(added);
        all.addAll(gone);
        return all;
    }

    /** Statements that are about another proposal or version than before, beside those of the article in hand. */
    public Set<UUID> statements() {
        return statements;
    }

    /**
     * An article that has come in or changed.
     *
     * @param names persons, places and bodies that its current version names
     * @param publishedOn null when it has no date
     */
    public record Arrival(UUID article, Collection<String> names, LocalDate publishedOn) {}

    /**
     * Takes in articles whose mentions and evidence are entered.
     *
     * @param others articles that stay where they are, whose negotiations are to be resolved anew as well
     */
    public void takeIn(Collection<Arrival> arrivals, Collection<UUID> others) {
        Neighbours neighbours = new Neighbours(handle);
        Set<UUID> concerned = new LinkedHashSet<>(others);
        concerned.addAll(neighbours.place(arrivals));
        resolve(neighbours.negotiations(concerned));
    }

    /** Resolves the negotiations of these articles anew, as they are. */
    public void resolveAgain(Collection<UUID> articles) {
        takeIn(List.of(), articles);
    }

    /** What mentions mean; without those of which it cannot be told. */
    public Map<UUID, Meaning> meanings(Collection<UUID> mentions) {
        Map<UUID, Meaning> meanings = new HashMap<>();
        handle.createQuery("""
                        select mention_id as id, proposal_id, version_id from meaning
                        where superseded_at is null and mention_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(mentions))
                .map((row, context) -> meanings.put(
                        Rows.uuid(row, "id"), new Meaning(Rows.uuid(row, "proposal_id"), Rows.uuid(row, "version_id"))))
                .list();
        return meanings;
    }

    /** Where people have merged proposals of two negotiations, the two are one. */
    private Set<UUID> withMerged(Set<UUID> articles) {
        Set<UUID> all = new LinkedHashSet<>(articles);
        int before = 0;
        while (before < all.size()) {
            before = all.size();
            handle.createQuery("""
                            with own as (
                                select distinct g.own_id from meaning g join mention m on m.id = g.mention_id
                                where g.superseded_at is null and m.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))),
                            merged as (
                                select into_id as id from proposal_merge x join own on x.from_id = own.own_id where x.superseded_at is null
                                union select from_id from proposal_merge x join own on x.into_id = own.own_id where x.superseded_at is null)
                            select o.article_id from negotiation_article o where o.negotiation_id in (
                                select n.negotiation_id from merged join meaning g on g.own_id = merged.id and g.superseded_at is null
                                join mention m on m.id = g.mention_id join negotiation_article n on n.article_id = m.article_id)""")
                    .bind("ids", Rows.list(all))
                    .map((row, context) -> all.add(Rows.uuid(row, "article_id")))
                    .list();
        }
        return all;
    }

    private void resolve(Collection<Set<UUID>> negotiations) {
        Merges merges = Merges.of(handle);
        List<Set<UUID>> groups = merges.isEmpty() ? List.copyOf(negotiations) : joined(negotiations);
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (UUID article : groups.get(i)) {
                places.put(article, i);
            }
        }
        Map<Integer, List<ArticleEvidence>> evidence = EvidenceBook.of(handle, places.keySet()).stream()
                .collect(Collectors.groupingBy(each -> places.get(each.article())));
        Map<Integer, List<KnownMention>> mentions = KnownMention.of(handle, places.keySet()).stream()
                .collect(Collectors.groupingBy(each -> places.get(each.meant().article())));
        Rewriting rewriting = new Rewriting(handle, merges, now);
        for (int i = 0; i < groups.size(); i++) {
            rewriting.add(evidence.getOrDefault(i, List.of()), mentions.getOrDefault(i, List.of()));
        }
        rewriting.write();
        changed.addAll(rewriting.changed());
        statements.addAll(new AboutRows(handle, now).follow(rewriting.moved()));
        tell(rewriting.proposals(), rewriting.present(), rewriting.retold());
    }

    private List<Set<UUID>> joined(Collection<Set<UUID>> negotiations) {
        List<Set<UUID>> groups = new ArrayList<>();
        for (Set<UUID> each : negotiations) {
            if (groups.stream().noneMatch(group -> group.containsAll(each))) {
                groups.add(withMerged(each));
            }
        }
        return groups;
    }

    private void tell(Set<UUID> proposals, Set<UUID> present, Set<UUID> states) {
        for (UUID proposal : proposals) {
            if (!present.contains(proposal) && states.contains(proposal)) {
                gone.add(proposal);
            }
        }
        List<UUID> others = new ArrayList<>(present);
        others.retainAll(states);
        handle.createQuery("""
                        select proposal_id from proposal_state
                        where proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        group by proposal_id having count(*) filter (where superseded_at is not null) = 0""")
                .bind("ids", Rows.list(others))
                .map((row, context) -> added.add(Rows.uuid(row, "proposal_id")))
                .list();
    }
}

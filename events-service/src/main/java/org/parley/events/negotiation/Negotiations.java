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

    /** Statements that are about another proposal or version than before, beside those of the article in hand. */
    public Set<UUID> statements() {
        return statements;
    }

    /**
     * Takes in an article whose mentions and evidence are entered.
     *
     * @param names persons, places and bodies that its current version names
     * @param publishedOn null when it has no date
     */
    public void takeIn(UUID article, Collection<String> names, LocalDate publishedOn) {
        new Neighbours(handle).place(article, names, publishedOn).forEach(this::resolve);
    }

    /** Resolves the negotiation of an article anew, as it is. */
    public void resolveAgain(UUID article) {
        Set<UUID> articles = new LinkedHashSet<>(handle.createQuery("""
                        select article_id from negotiation_article where negotiation_id = (
                            select negotiation_id from negotiation_article where article_id = :article)""")
                .bind("article", article)
                .map((row, context) -> Rows.uuid(row, "article_id"))
                .list());
        resolve(articles);
    }

    /** What the mentions of an article version mean; without those of which it cannot be told. */
    public Map<UUID, Meaning> meanings(UUID article, int version) {
        Map<UUID, Meaning> meanings = new HashMap<>();
        handle.createQuery("""
                        select m.id, g.proposal_id, g.version_id from mention m
                        join meaning g on g.mention_id = m.id and g.superseded_at is null
                        where m.article_id = :article and m.article_version = :version""")
                .bind("article", article)
                .bind("version", version)
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

    private void resolve(Set<UUID> alone) {
        Set<UUID> articles = withMerged(alone);
        List<ArticleEvidence> evidence = EvidenceBook.of(handle, articles);
        Resolved resolved = Resolution.of(evidence);
        List<KnownMention> mentions = KnownMention.of(handle, articles);
        Identities identities = Identities.of(resolved, mentions);
        Merges merges = Merges.of(handle);
        StateRows rows = new StateRows(handle, resolved, identities, merges, evidence, now);
        Set<UUID> before = new LinkedHashSet<>();
        mentions.stream().filter(m -> m.ownId() != null).forEach(m -> before.add(m.ownId()));
        before.addAll(merges.targets(before));
        rows.enterNew();
        rows.redirect();
        Set<UUID> proposals = new LinkedHashSet<>(before);
        proposals.addAll(rows.proposals());
        Set<UUID> states = StateTable.PROPOSAL.replace(
                handle, rows.proposalStates(), "proposal_id", proposals, "proposal_id", now);
        changed.addAll(states);
        changed.addAll(
                StateTable.VERSION.replace(handle, rows.versionStates(), "proposal_id", proposals, "proposal_id", now));
        changed.addAll(
                StateTable.POINT.replace(handle, rows.pointStates(), "proposal_id", proposals, "proposal_id", now));
        Set<UUID> versions = rows.versions(mentions);
        StateTable.PROPOSER.replace(handle, rows.proposers(), "version_id", versions, "version_id", now);
        List<UUID> all = mentions.stream().map(KnownMention::id).toList();
        Set<UUID> moved =
                StateTable.MEANING.replace(handle, rows.meanings(mentions), "mention_id", all, "mention_id", now);
        changed.addAll(rows.meantBy(moved, mentions));
        statements.addAll(new AboutRows(handle, now).follow(moved));
        tell(proposals, rows.proposals(), states);
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

package org.parley.events.negotiation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.table.Rows;

/** Resolves negotiations one by one, and then writes what came out of all of them at once. */
final class Rewriting {

    private final Handle handle;
    private final Merges merges;
    private final Instant now;
    private final Set<UUID> proposals = new LinkedHashSet<>();
    private final Set<UUID> present = new LinkedHashSet<>();
    private final List<UUID> standing = new ArrayList<>();
    private final List<StateRows> resolved = new ArrayList<>();
    private final List<List<KnownMention>> mentions = new ArrayList<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> retold = new LinkedHashSet<>();
    private final Set<UUID> moved = new LinkedHashSet<>();

    Rewriting(Handle handle, Merges merges, Instant now) {
        this.handle = handle;
        this.merges = merges;
        this.now = now;
    }

    /** Resolves a negotiation from what its articles tell. */
    void add(List<ArticleEvidence> evidence, List<KnownMention> known) {
        Resolved result = Resolution.of(evidence);
        StateRows rows = new StateRows(handle, result, Identities.of(result, known), merges, evidence, now);
        rows.enterNew();
        Set<UUID> before = new LinkedHashSet<>();
        known.stream().map(KnownMention::ownId).filter(Objects::nonNull).forEach(before::add);
        proposals.addAll(before);
        proposals.addAll(merges.targets(before));
        proposals.addAll(rows.proposals());
        present.addAll(rows.proposals());
        standing.addAll(rows.standing());
        resolved.add(rows);
        mentions.add(known);
    }

    void write() {
        handle.createUpdate("""
                        update redirect set superseded_at = :now where superseded_at is null
                            and from_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("now", now)
                .bind("ids", Rows.list(standing))
                .execute();
        resolved.forEach(StateRows::redirect);
        List<Object> proposalStates = new ArrayList<>();
        List<Object> versionStates = new ArrayList<>();
        List<Object> pointStates = new ArrayList<>();
        List<Object> proposers = new ArrayList<>();
        List<Object> meanings = new ArrayList<>();
        Set<UUID> versions = new LinkedHashSet<>();
        List<UUID> remeant = new ArrayList<>();
        for (int i = 0; i < resolved.size(); i++) {
            StateRows rows = resolved.get(i);
            proposalStates.addAll(rows.proposalStates());
            versionStates.addAll(rows.versionStates());
            pointStates.addAll(rows.pointStates());
            proposers.addAll(rows.proposers());
            rows.addMeanings(mentions.get(i), remeant, meanings);
            versions.addAll(rows.versions(mentions.get(i)));
        }
        List<Doubt> doubts =
                resolved.stream().flatMap(rows -> rows.doubts().stream()).toList();
        Doubts.enter(handle, Doubts.Kind.PROPOSAL, proposals, doubts, now);
        retold.addAll(replace(StateTable.PROPOSAL, proposalStates, "proposal_id", proposals));
        changed.addAll(retold);
        changed.addAll(replace(StateTable.VERSION, versionStates, "proposal_id", proposals));
        changed.addAll(replace(StateTable.POINT, pointStates, "proposal_id", proposals));
        replace(StateTable.PROPOSER, proposers, "version_id", versions);
        moved.addAll(replace(StateTable.MEANING, meanings, "mention_id", remeant));
        for (int i = 0; i < resolved.size(); i++) {
            changed.addAll(resolved.get(i).meantBy(moved, mentions.get(i)));
        }
    }

    private Set<UUID> replace(StateTable table, List<Object> rows, String owner, Collection<UUID> owners) {
        return table.replace(handle, rows, owner, owners, owner, now);
    }

    /** Every proposal that was told of before or is now. */
    Set<UUID> proposals() {
        return proposals;
    }

    /** Those that are told of now. */
    Set<UUID> present() {
        return present;
    }

    /** Those of which anything is told otherwise than before. */
    Set<UUID> changed() {
        return changed;
    }

    /** Those whose own state has changed, come or gone. */
    Set<UUID> retold() {
        return retold;
    }

    /** The mentions that mean something else than before. */
    Set<UUID> moved() {
        return moved;
    }
}

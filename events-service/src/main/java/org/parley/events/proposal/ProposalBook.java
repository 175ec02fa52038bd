package org.parley.events.proposal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.Names;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.ProposalMention.Kind;

/**
 * Finds for groups of mentions the proposal versions they mean, and enters those that are new: each as a version in a
 * proposal of its own.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
final class ProposalBook {

    /** A version and the proposal it is of. */
    record Meant(UUID proposalId, UUID versionId) {}

    private record ProposalRow(UUID id, String slug, String title, Kind kind, Instant knownAt) {}

    private record VersionRow(
            UUID id,
            UUID proposalId,
            String label,
            Kind kind,
            Integer pointCount,
            String sponsor,
            LocalDate datedOn,
            Basis datedOnBasis,
            Instant knownAt) {}

    private record KeyRow(String key, UUID versionId, Instant knownAt) {}

    private final Handle handle;
    private final UUID article;
    private final Instant now;
    private final Set<UUID> added = new LinkedHashSet<>();
    private final Set<UUID> changed = new LinkedHashSet<>();

    ProposalBook(Handle handle, UUID article, Instant now) {
        this.handle = handle;
        this.article = article;
        this.now = now;
    }

    /** Proposals that were entered. */
    Set<UUID> added() {
        return added;
    }

    /** Proposals of which something was entered that was not known before. */
    Set<UUID> changed() {
        changed.removeAll(added);
        return changed;
    }

    /** The version that a group means, entered if it is new. */
    Meant resolve(MentionGroup group, LocalDate datedOn) {
        String key = group.key(article);
        return byKey(key).or(() -> bySponsorLeftOut(group, key)).orElseGet(() -> enter(group, key, datedOn));
    }

    /** Notes who proposes a version. */
    void propose(Meant meant, UUID actor) {
        int rows = handle.createUpdate("""
                        insert into proposer (version_id, actor_id, known_at) values (:version, :actor, :now)
                        on conflict do nothing""")
                .bind("version", meant.versionId())
                .bind("actor", actor)
                .bind("now", now)
                .execute();
        if (rows > 0) {
            changed.add(meant.proposalId());
        }
    }

    private Optional<Meant> byKey(String key) {
        return handle.createQuery("""
                        select v.id, v.proposal_id from proposal_key k join proposal_version v on v.id = k.version_id
                        where k.key = :key""")
                .bind("key", key)
                .map((row, context) -> new Meant(Rows.uuid(row, "proposal_id"), Rows.uuid(row, "id")))
                .findOne();
    }

    /**
     * Of two groups with the same count, one may name its sponsor and the other not. They mean the same version as long
     * as only one is known that can be meant.
     */
    private Optional<Meant> bySponsorLeftOut(MentionGroup group, String key) {
        if (group.pointCount() == null) {
            return Optional.empty();
        }
        List<Meant> possible = handle.createQuery("""
                        select distinct v.id, v.proposal_id
                        from proposal_key k join proposal_version v on v.id = k.version_id
                        where v.point_count = :count
                            and case when :sponsored
                                then k.key = :without and not exists (
                                    select from proposal_key o where o.version_id = v.id and o.key <> k.key)
                                else k.key like :count || '|%|' || :family end""")
                .bind("count", group.pointCount())
                .bind("sponsored", group.sponsor() != null)
                .bind("without", group.keyWithoutSponsor())
                .bind("family", group.family().name())
                .map((row, context) -> new Meant(Rows.uuid(row, "proposal_id"), Rows.uuid(row, "id")))
                .list();
        if (possible.size() != 1) {
            return Optional.empty();
        }
        if (group.sponsor() != null) {
            Rows.insert(
                    handle,
                    "proposal_key",
                    List.of(new KeyRow(key, possible.get(0).versionId(), now)));
        }
        return Optional.of(possible.get(0));
    }

    private Meant enter(MentionGroup group, String key, LocalDate datedOn) {
        UUID proposal = UuidCreator.getTimeOrderedEpoch();
        UUID version = UuidCreator.getTimeOrderedEpoch();
        String title = group.title();
        Rows.insert(handle, "proposal", List.of(new ProposalRow(proposal, freeSlug(title), title, group.kind(), now)));
        Rows.insert(
                handle,
                "proposal_version",
                List.of(new VersionRow(
                        version,
                        proposal,
                        group.label(),
                        group.kind(),
                        group.pointCount(),
                        group.sponsor(),
                        datedOn,
                        datedOn == null ? null : Basis.EXPLICIT,
                        now)));
        Rows.insert(handle, "proposal_key", List.of(new KeyRow(key, version, now)));
        added.add(proposal);
        return new Meant(proposal, version);
    }

    private String freeSlug(String title) {
        String words = Names.normalised(title).replace(' ', '-');
        String slug = words.isEmpty() ? "proposal" : words;
        // Slugs of one name are numbered; a few may be free again between, which nobody misses.
        int taken = handle.createQuery(
                        "select count(*) from proposal where slug = :slug or slug ~ ('^' || :slug || '-[0-9]+$')")
                .bind("slug", slug)
                .mapTo(Integer.class)
                .one();
        for (int number = taken + 1; ; number++) {
            String free = taken == 0 ? slug : slug + "-" + number;
            boolean used = handle.createQuery("select exists (select from proposal where slug = :slug)")
                    .bind("slug", free)
                    .mapTo(Boolean.class)
                    .one();
            if (!used) {
                return free;
            }
        }
    }
}

package org.parley.events.negotiation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.negotiation.Resolved.OneVersion;
import org.parley.events.negotiation.Resolved.Place;
import org.parley.events.negotiation.Resolved.Proof;
import org.parley.events.negotiation.Resolved.Proposal;
import org.parley.events.negotiation.Resolved.Stated;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.ProposalMention.Kind;

/** A resolved negotiation as rows, with what people have merged under one proposal. */
final class StateRows {

    private record ProposalRow(
            UUID id,
            UUID proposalId,
            String title,
            Kind kind,
            boolean withdrawn,
            LocalDate withdrawnOn,
            List<Proof> withdrawal,
            UUID respondsTo,
            List<Proof> response,
            Instant knownAt) {}

    private record VersionRow(
            UUID id,
            UUID versionId,
            UUID proposalId,
            int position,
            String label,
            Kind kind,
            Integer pointCount,
            List<Stated> counts,
            LocalDate datedOn,
            Basis datedOnBasis,
            List<Proof> dated,
            UUID previousId,
            List<Proof> revised,
            Instant knownAt) {}

    private record ProposerRow(UUID id, UUID versionId, UUID actorId, int position, Instant knownAt) {}

    private record MeaningRow(
            UUID id, UUID mentionId, UUID ownId, UUID proposalId, UUID versionId, Basis basis, Instant knownAt) {}

    private record IdRow(UUID id, Instant knownAt) {}

    private final Handle handle;
    private final Resolved resolved;
    private final Identities identities;
    private final Merges merges;
    private final Map<Meant, ProposalEvidence.Version> told = new HashMap<>();
    private final Map<String, UUID> actors = new HashMap<>();
    /** By the name of who is said to make a proposal whose it is. */
    private final Map<String, String> makers;

    private final Instant now;
    /** By the proposal they stand under, the places of what was resolved; the one it is named after first. */
    private final Map<UUID, List<Integer>> under = new LinkedHashMap<>();

    StateRows(
            Handle handle,
            Resolved resolved,
            Identities identities,
            Merges merges,
            List<ArticleEvidence> evidence,
            Instant now) {
        this.handle = handle;
        this.resolved = resolved;
        this.identities = identities;
        this.merges = merges;
        this.now = now;
        for (ArticleEvidence article : evidence) {
            article.actors().forEach(actors::putIfAbsent);
            article.proposals()
                    .forEach(proposal -> proposal.versions()
                            .forEach(version -> told.put(
                                    new Meant(article.article(), article.articleVersion(), version.group()), version)));
        }
        makers = Makers.of(handle, resolved, actors);
        for (int place = 0; place < resolved.proposals().size(); place++) {
            if (resolved.proposals().get(place).versions().isEmpty()) {
                continue; // only older versions of articles tell of it: it is no more
            }
            UUID own = identities.proposal(place);
            UUID target = merges.target(own);
            List<Integer> places = under.computeIfAbsent(target, none -> new ArrayList<>());
            places.add(target.equals(own) ? 0 : places.size(), place);
        }
    }

    Set<UUID> proposals() {
        return under.keySet();
    }

    /** Enters the identities that are new, with a name for addresses. */
    void enterNew() {
        for (int place = 0; place < resolved.proposals().size(); place++) {
            Proposal proposal = resolved.proposals().get(place);
            if (identities.fresh().contains(identities.proposal(place))) {
                Slugs.enter(handle, identities.proposal(place), title(place), now);
            }
            List<IdRow> versions = new ArrayList<>();
            for (int i = 0; i < proposal.versions().size(); i++) {
                UUID version = identities.version(place, i);
                if (identities.fresh().contains(version)) {
                    versions.add(new IdRow(version, now));
                }
            }
            Rows.insert(handle, "proposal_version", versions);
        }
    }

    /** The proposals and versions that stand. */
    List<UUID> standing() {
        List<UUID> standing = new ArrayList<>(under.keySet());
        for (int place = 0; place < resolved.proposals().size(); place++) {
            for (int i = 0; i < resolved.proposals().get(place).versions().size(); i++) {
                standing.add(identities.version(place, i));
            }
        }
        return standing;
    }

    /** What went away leads to what took its place. */
    void redirect() {
        identities.wentTo().forEach((from, to) -> Redirects.enter(handle, from, merges.target(to), "RESOLVED", now));
    }

    List<?> proposalStates() {
        List<ProposalRow> rows = new ArrayList<>();
        under.forEach((id, places) -> {
            Proposal named = resolved.proposals().get(places.get(0));
            String title = title(places.get(0));
            Proposal withdrawn = first(places, Proposal::withdrawn);
            Proposal answering = first(
                    places, p -> p.respondsTo() >= 0 && !id.equals(merges.target(identities.proposal(p.respondsTo()))));
            rows.add(new ProposalRow(
                    UuidCreator.getTimeOrderedEpoch(),
                    id,
                    title,
                    named.kind(),
                    withdrawn != null,
                    withdrawn == null ? null : withdrawn.withdrawnOn(),
                    withdrawn == null ? List.of() : withdrawn.withdrawal(),
                    answering == null ? null : merges.target(identities.proposal(answering.respondsTo())),
                    answering == null ? List.of() : answering.response(),
                    now));
        });
        return rows;
    }

    private Proposal first(List<Integer> places, java.util.function.Predicate<Proposal> which) {
        return places.stream()
                .map(resolved.proposals()::get)
                .filter(which)
                .findFirst()
                .orElse(null);
    }

    /** Pairs of proposals that stand and may be one. */
    List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (Resolved.Doubtful pair : resolved.doubtful()) {
            UUID one = merges.target(identities.proposal(pair.one()));
            UUID other = merges.target(identities.proposal(pair.other()));
            if (!one.equals(other) && under.containsKey(one) && under.containsKey(other)) {
                String why = "\"%s\" and \"%s\" may be one proposal: %s."
                        .formatted(title(pair.one()), title(pair.other()), pair.why());
                doubts.add(Doubt.ofTwo(Doubts.Kind.PROPOSAL, one, other, why, pair.confidence()));
            }
        }
        return doubts;
    }

    private String title(int place) {
        Proposal proposal = resolved.proposals().get(place);
        String maker = proposal.sponsors().stream().findFirst().orElse(null);
        return Titles.with(makers.getOrDefault(maker, maker), proposal.title());
    }

    List<?> versionStates() {
        List<VersionRow> rows = new ArrayList<>();
        under.forEach((id, places) -> {
            int position = 0;
            for (Place place : versionsOf(places)) {
                OneVersion version = version(place);
                rows.add(new VersionRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        identities.version(place.proposal(), place.version()),
                        id,
                        position++,
                        version.label(),
                        version.kind(),
                        version.pointCount(),
                        version.counts(),
                        version.datedOn(),
                        version.datedOn() == null ? null : Basis.EXPLICIT,
                        version.dated(),
                        identities.version(place.proposal(), version.previous()),
                        version.revised(),
                        now));
            }
        });
        return rows;
    }

    /** Of what was merged the versions with a day in order of their days, behind them the others. */
    private List<Place> versionsOf(List<Integer> places) {
        List<Place> all = new ArrayList<>();
        for (int place : places) {
            for (int i = 0; i < resolved.proposals().get(place).versions().size(); i++) {
                all.add(new Place(place, i));
            }
        }
        if (places.size() > 1) {
            all.sort(Comparator.comparing(
                    place -> version(place).datedOn(), Comparator.nullsLast(Comparator.naturalOrder())));
        }
        return all;
    }

    private OneVersion version(Place place) {
        return resolved.proposals().get(place.proposal()).versions().get(place.version());
    }

    List<?> pointStates() {
        return new PointRows(handle, resolved, identities, actors, now).states(under);
    }

    /** All versions that are or were told of here. */
    Set<UUID> versions(List<KnownMention> mentions) {
        Set<UUID> versions = new LinkedHashSet<>();
        mentions.stream().map(KnownMention::versionId).filter(Objects::nonNull).forEach(versions::add);
        under.values()
                .forEach(places -> versionsOf(places)
                        .forEach(place -> versions.add(identities.version(place.proposal(), place.version()))));
        return versions;
    }

    List<?> proposers() {
        List<ProposerRow> rows = new ArrayList<>();
        under.values()
                .forEach(places -> versionsOf(places).forEach(place -> {
                    Set<UUID> makers = new LinkedHashSet<>();
                    resolved.proposals().get(place.proposal()).sponsors().stream()
                            .map(actors::get)
                            .filter(Objects::nonNull)
                            .forEach(makers::add);
                    int position = 0;
                    for (UUID maker : makers) {
                        rows.add(new ProposerRow(
                                UuidCreator.getTimeOrderedEpoch(),
                                identities.version(place.proposal(), place.version()),
                                maker,
                                position++,
                                now));
                    }
                }));
        return rows;
    }

    /**
     * Adds the mentions that mean something else than before, and what those mean that mean anything.
     *
     * @param mentions all there are
     */
    void addMeanings(List<KnownMention> mentions, List<UUID> changed, List<Object> rows) {
        for (KnownMention mention : mentions) {
            KnownMention.Meaning meaning = meaning(mention);
            if (!Objects.equals(meaning, mention.was())) {
                changed.add(mention.id());
                if (meaning != null) {
                    rows.add(new MeaningRow(
                            UuidCreator.getTimeOrderedEpoch(),
                            mention.id(),
                            meaning.ownId(),
                            meaning.proposalId(),
                            meaning.versionId(),
                            meaning.basis(),
                            now));
                }
            }
        }
    }

    private KnownMention.Meaning meaning(KnownMention mention) {
        Place place = mention.last() ? resolved.meant().get(mention.meant()) : null;
        if (place == null) {
            return null;
        }
        UUID own = identities.proposal(place.proposal());
        return new KnownMention.Meaning(
                own,
                merges.target(own),
                identities.version(place.proposal(), place.version()),
                place.version() < 0 ? null : told.get(mention.meant()).tellsWhich() ? Basis.EXPLICIT : Basis.INFERRED);
    }

    /** The proposals that these mentions mean now. */
    Set<UUID> meantBy(Collection<UUID> moved, List<KnownMention> mentions) {
        Set<UUID> proposals = new LinkedHashSet<>();
        for (KnownMention mention : mentions) {
            Place place = moved.contains(mention.id()) ? resolved.meant().get(mention.meant()) : null;
            if (place != null) {
                proposals.add(merges.target(identities.proposal(place.proposal())));
            }
        }
        return proposals;
    }
}

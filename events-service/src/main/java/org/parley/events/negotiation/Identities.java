package org.parley.events.negotiation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.events.negotiation.Resolved.Place;

/**
 * Which ids the proposals and versions keep when a negotiation is resolved anew: those that most of their mentions had before. What is read
 * again counts by its words.
 */
final class Identities {

    private record Vote(Place place, UUID id) {}

    private final Map<Place, UUID> ids = new HashMap<>();
    private final Set<UUID> fresh = new LinkedHashSet<>();
    private final Map<UUID, UUID> wentTo = new LinkedHashMap<>();

    static Identities of(Resolved resolved, List<KnownMention> mentions) {
        Identities identities = new Identities();
        Map<UUID, KnownMention> before = sameWords(mentions);
        Map<Vote, Integer> proposals = new LinkedHashMap<>();
        Map<Vote, Integer> versions = new LinkedHashMap<>();
        for (KnownMention mention : mentions) {
            Place place = mention.last() ? resolved.meant().get(mention.meant()) : null;
            KnownMention was = mention.ownId() != null ? mention : before.get(mention.id());
            if (place != null && was != null) {
                proposals.merge(new Vote(new Place(place.proposal(), -1), was.ownId()), 1, Integer::sum);
                if (was.versionId() != null && place.version() >= 0) {
                    versions.merge(new Vote(place, was.versionId()), 1, Integer::sum);
                }
            }
        }
        identities.elect(proposals);
        identities.elect(versions);
        for (int i = 0; i < resolved.proposals().size(); i++) {
            identities.make(new Place(i, -1));
            for (int j = 0; j < resolved.proposals().get(i).versions().size(); j++) {
                identities.make(new Place(i, j));
            }
        }
        proposals.entrySet().stream().sorted(BY_VOTES).forEach(vote -> {
            UUID now = identities.ids.get(vote.getKey().place());
            if (!identities.ids.containsValue(vote.getKey().id())) {
                identities.wentTo.putIfAbsent(vote.getKey().id(), now);
            }
        });
        versions.entrySet().stream().sorted(BY_VOTES).forEach(vote -> {
            UUID now = identities.ids.get(vote.getKey().place());
            if (!identities.ids.containsValue(vote.getKey().id())) {
                identities.wentTo.putIfAbsent(vote.getKey().id(), now);
            }
        });
        return identities;
    }

    private static final Comparator<Map.Entry<Vote, Integer>> BY_VOTES = Map.Entry.<Vote, Integer>comparingByValue()
            .reversed()
            .thenComparing(vote -> vote.getKey().id().toString());

    UUID proposal(int place) {
        return ids.get(new Place(place, -1));
    }

    /** Null for no version. */
    UUID version(int proposal, int place) {
        return place < 0 ? null : ids.get(new Place(proposal, place));
    }

    /** Ids that did not exist before. */
    Set<UUID> fresh() {
        return fresh;
    }

    /** Ids that no longer stand for anything, and the one that most of their mentions mean now. */
    Map<UUID, UUID> wentTo() {
        return wentTo;
    }

    private void elect(Map<Vote, Integer> votes) {
        Set<UUID> taken = new HashSet<>();
        votes.entrySet().stream().sorted(BY_VOTES).forEach(vote -> {
            if (!ids.containsKey(vote.getKey().place())
                    && taken.add(vote.getKey().id())) {
                ids.put(vote.getKey().place(), vote.getKey().id());
            }
        });
    }

    private void make(Place place) {
        ids.computeIfAbsent(place, none -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            fresh.add(id);
            return id;
        });
    }

    /** For each mention that is new, one of the same article with the same words: the nearest that has a meaning and is not taken. */
    private static Map<UUID, KnownMention> sameWords(List<KnownMention> mentions) {
        Map<String, List<KnownMention>> free = new HashMap<>();
        for (KnownMention mention : mentions) {
            if (mention.ownId() != null) {
                free.computeIfAbsent(key(mention), none -> new ArrayList<>()).add(mention);
            }
        }
        Map<UUID, KnownMention> same = new HashMap<>();
        for (KnownMention mention : mentions) {
            List<KnownMention> possible = free.getOrDefault(key(mention), List.of());
            if (mention.ownId() == null && !possible.isEmpty()) {
                KnownMention nearest = possible.stream()
                        .min(Comparator.comparingInt(other -> Math.abs(other.start() - mention.start())))
                        .orElseThrow();
                possible.remove(nearest);
                same.put(mention.id(), nearest);
            }
        }
        return same;
    }

    private static String key(KnownMention mention) {
        return mention.meant().article() + " " + mention.words();
    }
}

package org.parley.events.negotiation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.events.actor.Names;

/**
 * Tells which proposals of the articles of one negotiation are one: by who makes them, by number of points, by the names they go by, and
 * where only one is known of its sort, by that. What could be one of several stays by itself.
 *
 * <p>Works through the articles in an order of their own, so that the result does not depend on the order of arrival.
 */
final class Clusters {

    /** So many that could be meant say nothing about any of them. */
    private static final int MOST_POSSIBLE = 3;

    private final List<Cluster> all = new ArrayList<>();
    private final List<MayBeOne> doubtful = new ArrayList<>();

    private Clusters() {}

    /** The proposals, and the pairs of them that a person may find to be one. */
    record Result(List<Cluster> proposals, List<MayBeOne> doubtful) {}

    /** @param articles in {@link ArticleEvidence#ORDER} */
    static Result of(List<ArticleEvidence> articles) {
        Clusters clusters = new Clusters();
        for (ArticleEvidence article : articles) {
            for (int number = 0; number < article.proposals().size(); number++) {
                clusters.all.add(new Cluster(new Told(article, number)));
            }
        }
        clusters.joinBy(told -> told.sponsors().stream().map(Names::normalised).toList(), null);
        clusters.joinBy(
                told -> told.versions().stream()
                        .filter(version -> version.pointCount() != null)
                        .map(version -> version.pointCount().toString())
                        .toList(),
                "%s points");
        clusters.joinBy(ProposalEvidence::names, "the name %s");
        clusters.joinOnlyOnes();
        return new Result(clusters.open(), clusters.doubtful());
    }

    private List<Cluster> open() {
        return all.stream().filter(Cluster::isOpen).toList();
    }

    /** Pairs that are still two, each once. */
    private List<MayBeOne> doubtful() {
        Map<Set<Cluster>, MayBeOne> pairs = new LinkedHashMap<>();
        for (MayBeOne each : doubtful) {
            MayBeOne pair = each.now();
            if (pair.one() != pair.other() && pair.one().isApartFrom(pair.other())) {
                pairs.putIfAbsent(Set.of(pair.one(), pair.other()), pair);
            }
        }
        return List.copyOf(pairs.values());
    }

    /** @param shared how to tell a key that makers are at odds with; null where the key is the maker */
    private void joinBy(Function<ProposalEvidence, Collection<String>> keys, String shared) {
        Map<String, Cluster> byKey = new TreeMap<>();
        for (Cluster cluster : all) {
            Told told = cluster.members.get(0);
            for (String key : keys.apply(told.proposal())) {
                String full = told.family() + " " + key;
                Cluster first = byKey.putIfAbsent(full, cluster);
                if (first == null || first.now() == cluster.now()) {
                    continue;
                }
                if (first.now().fits(cluster.now())) {
                    first.join(cluster);
                } else if (shared != null) {
                    doubtful.add(MayBeOne.inSpiteOfMakers(first, cluster, shared.formatted(key)));
                }
            }
        }
    }

    /** "the framework", where the negotiation knows of one framework only. */
    private void joinOnlyOnes() {
        Map<String, List<Cluster>> anchored = new TreeMap<>();
        Map<String, Cluster> bare = new TreeMap<>();
        for (Cluster cluster : open()) {
            if (cluster.isAnchored()) {
                anchored.computeIfAbsent(cluster.family(), none -> new ArrayList<>())
                        .add(cluster);
            }
        }
        for (Cluster cluster : open()) {
            if (!cluster.sponsors.isEmpty() && !cluster.counts.isEmpty()) {
                continue;
            }
            List<Cluster> possible = anchored.getOrDefault(cluster.family(), List.of()).stream()
                    .filter(other -> other != cluster && other.isOpen())
                    .filter(other -> other.fits(cluster) && other.isApartFrom(cluster) && other.speaksAlike(cluster))
                    .toList();
            List<Cluster> alike = possible.size() < 2
                    ? possible
                    : possible.stream()
                            .filter(other -> other.kinds.stream().anyMatch(cluster.kinds::contains))
                            .toList();
            if (alike.size() == 1) {
                alike.get(0).join(cluster);
            } else if (!alike.isEmpty() && alike.size() <= MOST_POSSIBLE) {
                alike.forEach(other -> doubtful.add(MayBeOne.amongOthers(cluster, other, alike.size())));
            } else if (possible.isEmpty() && !cluster.isAnchored()) {
                Cluster first = bare.putIfAbsent(cluster.family(), cluster);
                if (first != null && first.isApartFrom(cluster)) {
                    first.join(cluster);
                }
            }
        }
    }
}

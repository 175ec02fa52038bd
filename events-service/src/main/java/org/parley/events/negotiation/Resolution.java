package org.parley.events.negotiation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.events.negotiation.Resolved.Place;
import org.parley.events.negotiation.Resolved.Proof;
import org.parley.events.negotiation.Version.Source;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ProposalMention.Kind;

/** From what the articles of one negotiation tell, its proposals. The same articles give the same result, in whatever order they come. */
final class Resolution {

    private static final int MOST_PROOFS = 20;

    private final List<Cluster> clusters;
    private final Map<Cluster, Integer> places = new HashMap<>();
    private final Map<Meant, Place> meant = new HashMap<>();

    private Resolution(List<Cluster> clusters) {
        this.clusters = clusters;
    }

    static Resolved of(Collection<ArticleEvidence> articles) {
        List<ArticleEvidence> ordered =
                articles.stream().sorted(ArticleEvidence.ORDER).toList();
        Clusters.Result found = Clusters.of(ordered);
        return new Resolution(found.proposals()).resolved(found.doubtful());
    }

    private Resolved resolved(List<MayBeOne> doubtful) {
        for (int i = 0; i < clusters.size(); i++) {
            places.put(clusters.get(i), i);
        }
        Map<String, Map<Integer, Cluster>> byArticle = new HashMap<>();
        for (Cluster cluster : clusters) {
            cluster.members.sort(
                    Comparator.comparing(Told::article, ArticleEvidence.ORDER).thenComparingInt(Told::number));
            cluster.members.forEach(told -> byArticle
                    .computeIfAbsent(told.article().key(), none -> new HashMap<>())
                    .put(told.number(), cluster));
        }
        List<Integer> answered = answers(byArticle);
        List<Resolved.Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            proposals.add(proposal(clusters.get(i), answered.get(i)));
        }
        return new Resolved(
                proposals,
                meant,
                doubtful.stream()
                        .map(pair -> new Resolved.Doubtful(
                                places.get(pair.one()), places.get(pair.other()), pair.why(), pair.confidence()))
                        .toList());
    }

    /** For each the one it answers, or -1: the one most articles name, and no two answer each other. */
    private List<Integer> answers(Map<String, Map<Integer, Cluster>> byArticle) {
        List<Integer> answered = new ArrayList<>();
        for (Cluster cluster : clusters) {
            Map<Integer, Integer> votes = new TreeMap<>();
            for (Told told : cluster.members) {
                Cluster to =
                        byArticle.get(told.article().key()).get(told.proposal().respondsTo());
                if (to != null && to != cluster) {
                    votes.merge(places.get(to), 1, Integer::sum);
                }
            }
            int to = votes.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(-1);
            boolean circle = leadsTo(to, places.get(cluster), answered);
            answered.add(circle ? -1 : to);
        }
        return answered;
    }

    private static boolean leadsTo(int from, int target, List<Integer> answered) {
        int at = from;
        for (int steps = 0; at >= 0 && steps <= answered.size(); steps++) {
            if (at == target) {
                return true;
            }
            at = at < answered.size() ? answered.get(at) : -1;
        }
        return false;
    }

    private Resolved.Proposal proposal(Cluster cluster, int respondsTo) {
        VersionLine.Result line = VersionLine.of(cluster);
        int place = places.get(cluster);
        for (Told told : cluster.members) {
            for (ProposalEvidence.Version version : told.proposal().versions()) {
                Meant key = new Meant(told.article().article(), told.article().articleVersion(), version.group());
                Version its = line.meant().get(key);
                meant.put(
                        key, new Place(place, its == null ? -1 : line.versions().indexOf(its)));
            }
        }
        List<Proof> withdrawal = proofs(cluster.members, told -> told.proposal().withdrawn());
        LocalDate withdrawnOn = cluster.members.stream()
                .filter(Told::current)
                .map(told -> told.proposal().withdrawnOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<Resolved.OneVersion> versions = new ArrayList<>();
        Map<Version, List<Resolved.PointState>> points = PointLines.of(line.versions());
        for (Version version : line.versions()) {
            versions.add(version(version, line.versions(), points.getOrDefault(version, List.of())));
        }
        return new Resolved.Proposal(
                Titles.of(cluster),
                kind(cluster.members.stream()
                        .map(told -> told.proposal().kind())
                        .toList()),
                Sponsors.each(cluster.sponsors),
                cluster.members.stream()
                        .map(told -> told.article().article())
                        .distinct()
                        .toList(),
                respondsTo,
                proofs(cluster.members, told -> told.proposal().response()),
                !withdrawal.isEmpty(),
                withdrawnOn,
                withdrawal,
                versions);
    }

    private static Resolved.OneVersion version(Version version, List<Version> all, List<Resolved.PointState> points) {
        List<Resolved.Stated> counts = version.counts.keySet().stream()
                .sorted(Comparator.comparing(count -> count.equals(version.count()) ? 0 : 1))
                .map(count -> new Resolved.Stated(
                        count,
                        sourceProofs(
                                version.sources,
                                s -> count.equals(s.version().pointCount())
                                        ? s.version().counted()
                                        : null)))
                .toList();
        LocalDate day = version.datedOn();
        return new Resolved.OneVersion(
                Titles.label(version, all.size()),
                version.isLater()
                        ? Kind.REVISION
                        : version.sources.get(0).told().proposal().kind(),
                version.count(),
                counts,
                day,
                sourceProofs(
                        version.sources,
                        s -> day != null && day.equals(s.version().datedOn())
                                ? s.version().dated()
                                : null),
                version.previous == null ? -1 : all.indexOf(version.previous.now()),
                sourceProofs(version.sources, s -> s.version().revised()),
                version.sources.stream()
                        .map(s -> s.told().article().article())
                        .distinct()
                        .toList(),
                points);
    }

    private static List<Proof> proofs(List<Told> members, Function<Told, Receipt> receipt) {
        return members.stream()
                .filter(told -> told.current() && receipt.apply(told) != null)
                .limit(MOST_PROOFS)
                .map(told -> told.proof(receipt.apply(told)))
                .toList();
    }

    private static List<Proof> sourceProofs(List<Source> sources, Function<Source, Receipt> receipt) {
        return sources.stream()
                .filter(source -> source.told().current() && receipt.apply(source) != null)
                .sorted(Comparator.comparing(source -> source.told().article(), ArticleEvidence.ORDER))
                .limit(MOST_PROOFS)
                .map(source -> source.told().proof(receipt.apply(source)))
                .toList();
    }

    /** A counter-proposal where one article calls it so; else what most call it. */
    private static Kind kind(List<Kind> told) {
        if (told.contains(Kind.COUNTER_PROPOSAL)) {
            return Kind.COUNTER_PROPOSAL;
        }
        Map<Kind, Integer> votes = new LinkedHashMap<>();
        told.forEach(kind -> votes.merge(kind, 1, Integer::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.<Kind, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(Kind.OTHER);
    }
}

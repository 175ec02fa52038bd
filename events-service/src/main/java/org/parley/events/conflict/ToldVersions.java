package org.parley.events.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.conflict.VersionTellings.Telling;
import org.parley.events.table.Rows;

/**
 * Finds where articles differ on the versions of a proposal: on the number of points that one has, or where an article goes on
 * with a version after others have told of the next.
 */
final class ToldVersions {

    /** Words before a number in its sentence that put it in the past: "the original 28 points", "had 16 points", "from 14". */
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:original(?:ly)?|initial(?:ly)?|first|earlier|previous(?:ly)?|former(?:ly)?|old|once|was|were|had|began|started)\\b|\\bfrom(?: \\p{L}+)? $",
            Pattern.CASE_INSENSITIVE);

    private ToldVersions() {}

    static String scope(UUID proposal) {
        return "versions of " + proposal;
    }

    static List<Found> of(Handle handle, Collection<UUID> proposals) {
        List<Found> found = new ArrayList<>();
        Map<UUID, List<Telling>> byProposal =
                VersionTellings.of(handle, VersionTellings.several(handle, proposals)).stream()
                        .collect(Collectors.groupingBy(Telling::proposal, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Set<UUID>> explicit = explicit(handle, byProposal.keySet());
        Map<UUID, Map<UUID, Set<Evidence>>> counted = VersionTellings.counted(handle, byProposal.keySet());
        byProposal.forEach((proposal, tellings) -> {
            Map<UUID, List<Telling>> versions = tellings.stream()
                    .collect(Collectors.groupingBy(Telling::version, LinkedHashMap::new, Collectors.toList()));
            versions.forEach((version, told) -> {
                counts(proposal, version, told, found);
                UUID previous = told.get(0).previous();
                if (versions.containsKey(previous)) {
                    outdated(
                            proposal,
                            versions.get(previous),
                            told,
                            explicit.getOrDefault(version, Set.of()),
                            counted.getOrDefault(previous, Map.of()),
                            found);
                }
            });
        });
        return found;
    }

    /** Different numbers of points of one version, each from an article that does not give the other. */
    private static void counts(UUID proposal, UUID version, List<Telling> told, List<Found> found) {
        Map<Integer, List<Telling>> byCount = told.stream()
                .filter(telling -> telling.count() != null)
                .collect(Collectors.groupingBy(Telling::count, TreeMap::new, Collectors.toList()));
        byCount.values().removeIf(side -> {
            Set<UUID> articles = articles(side);
            return told.stream()
                    .anyMatch(other -> other.count() != null
                            && !other.count().equals(side.get(0).count())
                            && articles.size() == 1
                            && articles.contains(other.article()));
        });
        if (byCount.size() > 1) {
            List<Side> sides = new ArrayList<>();
            byCount.forEach((count, side) -> sides.add(side("%d points".formatted(count), side)));
            found.add(new Found(
                    "POINT_COUNT " + version,
                    scope(proposal),
                    ConflictKind.POINT_COUNT,
                    ConflictResolution.OPEN,
                    "Articles differ on the number of points: "
                            + byCount.entrySet().stream()
                                    .map(side -> "%d (%s)".formatted(side.getKey(), outlets(side.getValue())))
                                    .collect(Collectors.joining(" against "))
                            + ".",
                    sides,
                    null,
                    proposal,
                    null,
                    earliest(told)));
        }
    }

    /**
     * Articles that state the number of the version before, as if it stood, after the day on which another told of the next one.
     *
     * @param aware articles that name the next version
     * @param counted by articles, where they count the points of the version before in their own voice
     */
    private static void outdated(
            UUID proposal,
            List<Telling> before,
            List<Telling> next,
            Set<UUID> aware,
            Map<UUID, Set<Evidence>> counted,
            List<Found> found) {
        LocalDate news = next.stream()
                .filter(telling -> telling.day() != null)
                .map(Telling::day)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Set<Integer> counts = next.stream().map(Telling::count).collect(Collectors.toSet());
        Set<UUID> knowing = new HashSet<>(aware);
        knowing.addAll(articles(next));
        Predicate<Telling> stands = telling -> telling.count() != null
                && !counts.contains(telling.count())
                && (telling.evidence().reading() == null || counted.containsKey(telling.article()))
                && telling.day() != null
                && telling.day().isAfter(news)
                && !knowing.contains(telling.article())
                && !PAST.matcher(telling.before().replaceFirst("(?s).*[.!?\n]", ""))
                        .find()
                && !PAST.matcher(telling.words()).find();
        if (news == null || counts.stream().allMatch(count -> count == null)) {
            return;
        }
        List<Telling> late = before.stream().filter(stands).toList();
        if (late.isEmpty()) {
            return;
        }
        Telling first = next.stream()
                .filter(telling -> news.equals(telling.day()))
                .min(Comparator.comparing((Telling telling) -> !telling.revised())
                        .thenComparing(VersionTellings.FIRST))
                .orElseThrow();
        String count = next.stream()
                .filter(telling -> telling.count() != null)
                .min(VersionTellings.FIRST)
                .map(telling -> telling.count() + " points")
                .orElseThrow();
        found.add(new Found(
                "VERSION " + next.get(0).version(),
                scope(proposal),
                ConflictKind.VERSION,
                ConflictResolution.OPEN,
                "%s on %s speaks of %d points, after a later version had been told of on %s (%s)."
                        .formatted(outlets(late), late.get(0).day(), late.get(0).count(), news, first.outlet()),
                List.of(outdatedSide(late, counted), side(count, List.of(first))),
                null,
                proposal,
                null,
                earliest(late)));
    }

    private static Side outdatedSide(List<Telling> late, Map<UUID, Set<Evidence>> counted) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Telling telling : late) {
            evidence.add(telling.evidence());
            evidence.addAll(counted.getOrDefault(telling.article(), Set.of()));
        }
        return new Side(late.get(0).count() + " points", List.copyOf(evidence));
    }

    private static Side side(String value, List<Telling> tellings) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        tellings.forEach(telling -> evidence.add(telling.evidence()));
        return new Side(value, List.copyOf(evidence));
    }

    private static Set<UUID> articles(List<Telling> tellings) {
        return tellings.stream().map(Telling::article).collect(Collectors.toSet());
    }

    private static String outlets(List<Telling> tellings) {
        return tellings.stream().map(Telling::outlet).distinct().collect(Collectors.joining(", "));
    }

    private static Instant earliest(List<Telling> tellings) {
        return tellings.stream()
                .map(Telling::published)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** By versions the articles that name them in words that tell which. */
    private static Map<UUID, Set<UUID>> explicit(Handle handle, Collection<UUID> proposals) {
        Map<UUID, Set<UUID>> articles = new HashMap<>();
        handle.createQuery("""
                        select distinct g.version_id, m.article_id from meaning g join mention m on m.id = g.mention_id
                        where g.superseded_at is null and m.superseded_at is null and g.basis = 'EXPLICIT'
                            and g.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> articles.computeIfAbsent(Rows.uuid(row, "version_id"), none -> new HashSet<>())
                        .add(Rows.uuid(row, "article_id")))
                .list();
        return articles;
    }
}

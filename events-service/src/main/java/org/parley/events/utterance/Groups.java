package org.parley.events.utterance;

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
import java.util.UUID;

/**
 * Joins reports along their links, the strongest first. What comes out depends on the reports and links alone, not on
 * their order: ties are broken by what is printed.
 */
final class Groups {

    /**
     * A link.
     *
     * @param decided true when a person said so
     */
    record Join(Report one, Report other, double score, boolean decided) {}

    private Groups() {}

    /**
     * The groups, each report in one.
     *
     * @param apart pairs that a person has said are not the same, each in the order of their ids
     */
    static List<List<Report>> of(Collection<Report> reports, Collection<Join> joins, Set<List<UUID>> apart) {
        Map<UUID, Set<Report>> group = new LinkedHashMap<>();
        reports.forEach(report -> group.put(report.statement(), new LinkedHashSet<>(Set.of(report))));
        Map<Join, String> orders = new HashMap<>();
        joins.forEach(join -> orders.put(join, order(join)));
        List<Join> strongest = new ArrayList<>(joins);
        strongest.sort(Comparator.comparing((Join join) -> !join.decided())
                .thenComparing(Comparator.comparingDouble(Join::score).reversed())
                .thenComparing(orders::get));
        for (Join join : strongest) {
            Set<Report> one = group.get(join.one().statement());
            Set<Report> other = group.get(join.other().statement());
            if (one != other && (join.decided() || mayJoin(one, other, apart))) {
                one.addAll(other);
                other.forEach(report -> group.put(report.statement(), one));
            }
        }
        return new HashSet<>(group.values())
                .stream()
                        .map(set -> set.stream()
                                .sorted(Comparator.comparing(Report::stableOrder))
                                .toList())
                        .toList();
    }

    /** In one article two statements are two, and what a person has parted stays parted. */
    private static boolean mayJoin(Set<Report> one, Set<Report> other, Set<List<UUID>> apart) {
        return one.stream()
                .allMatch(mine -> other.stream()
                        .noneMatch(theirs -> mine.article().equals(theirs.article())
                                || apart.contains(pair(mine.statement(), theirs.statement()))));
    }

    private static String order(Join join) {
        String one = join.one().stableOrder();
        String other = join.other().stableOrder();
        return one.compareTo(other) < 0 ? one + other : other + one;
    }

    /** Two ids in the order PostgreSQL has them in. */
    static List<UUID> pair(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0 ? List.of(one, other) : List.of(other, one);
    }
}

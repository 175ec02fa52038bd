package org.parley.events.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.events.receipt.SpanMap;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;

/**
 * Tells which statements of a new reading are those of an earlier one, by where the earlier words stand in the new text.
 */
final class SameStatements {

    /** Half of the words in common, or the same cue and some of them. */
    private static final double ENOUGH = 0.5;

    private static final double SAME_CUE = 0.5;

    private SameStatements() {}

    private record Pair(int found, KnownStatement known, double score) {}

    private record Carried(KnownStatement known, List<Span> content, Span cue) {}

    /**
     * For each statement that is known already the one it is: at most one each, the best matches first.
     *
     * @param maps from each version in which a known statement was read to the text that was read now
     * @return by index in {@code found}
     */
    static Map<Integer, KnownStatement> match(
            List<ExtractedStatement> found, List<KnownStatement> known, Map<Integer, SpanMap> maps) {
        List<Pair> pairs = new ArrayList<>();
        for (KnownStatement each : known) {
            Carried carried = carried(each, maps.get(each.version()));
            if (!carried.content().isEmpty()) {
                for (int i = 0; i < found.size(); i++) {
                    double score = score(found.get(i), carried);
                    if (score >= ENOUGH) {
                        pairs.add(new Pair(i, each, score));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score)
                .reversed()
                .thenComparing(pair -> !pair.known().current())
                .thenComparing(Pair::found));
        Map<Integer, KnownStatement> matched = new HashMap<>();
        Set<KnownStatement> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.found()) && taken.add(pair.known())) {
                matched.put(pair.found(), pair.known());
            }
        }
        return matched;
    }

    private static Carried carried(KnownStatement known, SpanMap map) {
        List<Span> content = known.content().stream()
                .map(map::remains)
                .flatMap(Optional::stream)
                .toList();
        Span cue = known.cue() == null ? null : map.remains(known.cue()).orElse(null);
        return new Carried(known, content, cue);
    }

    private static double score(ExtractedStatement found, Carried known) {
        int common = 0;
        for (Span one : found.content()) {
            for (Span other : known.content()) {
                common += one.intersection(other);
            }
        }
        if (common == 0) {
            return 0;
        }
        double all = length(found.content()) + length(known.content()) - common;
        boolean sameCue =
                found.cue() != null && known.cue() != null && found.cue().overlaps(known.cue());
        return common / all + (sameCue ? SAME_CUE : 0);
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(Span::length).sum();
    }
}

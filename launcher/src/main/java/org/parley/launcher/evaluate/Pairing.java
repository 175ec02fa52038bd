package org.parley.launcher.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleBiFunction;

/** One-to-one pairs of gold and predicted units. */
final class Pairing {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::neutral)
            .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::predicted);

    private Pairing() {}

    /** Pairs whose score is enough, the best first, gold that counts before neutral gold. */
    static List<Pair> of(
            List<QuoteUnit> gold,
            List<QuoteUnit> predicted,
            ToDoubleBiFunction<QuoteUnit, QuoteUnit> score,
            DoublePredicate enough) {
        List<Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int p = 0; p < predicted.size(); p++) {
                double value = score.applyAsDouble(gold.get(g), predicted.get(p));
                if (enough.test(value)) {
                    candidates.add(new Candidate(gold.get(g).neutral(), value, g, p));
                }
            }
        }
        candidates.sort(BEST_FIRST);
        BitSet goldUsed = new BitSet();
        BitSet predictedUsed = new BitSet();
        List<Pair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!goldUsed.get(candidate.gold) && !predictedUsed.get(candidate.predicted)) {
                goldUsed.set(candidate.gold);
                predictedUsed.set(candidate.predicted);
                pairs.add(new Pair(candidate.gold, candidate.predicted));
            }
        }
        return pairs;
    }

    private record Candidate(boolean neutral, double score, int gold, int predicted) {}

    /**
     * Indices into the two lists.
     *
     * @param gold index of the gold unit
     * @param predicted index of the predicted unit
     */
    record Pair(int gold, int predicted) {}
}

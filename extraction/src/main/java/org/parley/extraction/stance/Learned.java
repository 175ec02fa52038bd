package org.parley.extraction.stance;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.extraction.StanceValue;
import org.parley.extraction.text.Table;

/**
 * A stance by weights that were learnt from sentences with known stances ({@code training/data/stances}), for statements of whose words the
 * rules make nothing. Immutable.
 */
final class Learned {

    /** The table that comes with the engine. */
    static final Learned WEIGHTS = read();

    static final List<StanceValue> VALUES = List.of(StanceValue.values());
    /** Less sure than that is as good as a guess. */
    private static final double SURE = 0.5;

    private final Map<String, double[]> weights;

    /** @param weights of each trait, one for each of {@link #VALUES} */
    Learned(Map<String, double[]> weights) {
        this.weights = Map.copyOf(weights);
    }

    private static Learned read() {
        Map<String, double[]> weights = new HashMap<>();
        for (String[] row : Table.rows("stance/weights.tsv", Learned.class)) {
            double[] of = new double[StanceValue.values().length];
            for (int i = 0; i < of.length; i++) {
                of[i] = Integer.parseInt(row[i + 1]) / 1000.0;
            }
            weights.put(row[0], of);
        }
        return new Learned(weights);
    }

    /** The side that is likely taken; null where none is likely enough. */
    StanceValue side(Collection<String> traits) {
        double[] likely = likely(traits);
        int best = 0;
        for (int i = 1; i < likely.length; i++) {
            best = likely[i] > likely[best] ? i : best;
        }
        StanceValue value = VALUES.get(best);
        return likely[best] < SURE || value == StanceValue.NEUTRAL ? null : value;
    }

    /** How likely each of {@link #VALUES} is; together 1. */
    double[] likely(Collection<String> traits) {
        double[] scores = new double[VALUES.size()];
        for (String trait : traits) {
            double[] of = weights.get(trait);
            for (int i = 0; of != null && i < scores.length; i++) {
                scores[i] += of[i];
            }
        }
        return softened(scores);
    }

    /** Of scores what they make likely. */
    static double[] softened(double[] scores) {
        double most = scores[0];
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double all = 0;
        double[] likely = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            likely[i] = StrictMath.exp(scores[i] - most);
            all += likely[i];
        }
        for (int i = 0; i < likely.length; i++) {
            likely[i] /= all;
        }
        return likely;
    }
}

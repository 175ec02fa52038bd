package org.parley.launcher.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How far a figure could be another on other articles of the same kind: the articles drawn again and again. */
final class Intervals {

    private static final List<String> MEASURES = List.of("exact", "iou", "chars", "e2e.mention", "e2e.resolved");
    private static final int DRAWS = 1_000;
    private static final int SEED = 7;

    private Intervals() {}

    /** By measure, the span that holds 95 of 100 draws' F1. */
    static Map<String, Of> of(List<Counts> articles) {
        Random random = new Random(SEED);
        double[][] drawn = new double[MEASURES.size()][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Counts all = new Counts();
            for (int i = 0; i < articles.size(); i++) {
                all.add(articles.get(random.nextInt(articles.size())));
            }
            for (int m = 0; m < MEASURES.size(); m++) {
                drawn[m][draw] = f1(all, MEASURES.get(m));
            }
        }
        Map<String, Of> intervals = new LinkedHashMap<>();
        for (int m = 0; m < MEASURES.size(); m++) {
            Arrays.sort(drawn[m]);
            intervals.put(MEASURES.get(m), new Of(drawn[m][DRAWS / 40], drawn[m][DRAWS - 1 - DRAWS / 40]));
        }
        return intervals;
    }

    private static double f1(Counts all, String measure) {
        double right = all.of(measure + ".tp");
        double both = 2 * right + all.of(measure + ".fp") + all.of(measure + ".fn");
        return both == 0 ? 0 : 2 * right / both;
    }

    /**
     * From where to where.
     *
     * @param low as a fraction of 1
     * @param high as a fraction of 1
     */
    record Of(double low, double high) {}
}

package org.parley.launcher.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of an evaluation, as fractions of 1. */
final class Summary {

    private static final List<String> MEASURES =
            List.of("exact", "iou", "cover.3", "cover.8", "chars", "e2e.mention", "e2e.resolved");
    private static final List<String> PRINTED = List.of(
            "exact",
            "iou",
            "cover.3",
            "cover.8",
            "chars",
            "iou.direct",
            "iou.mixed",
            "iou.indirect",
            "e2e.mention",
            "e2e.resolved");
    private static final List<String> SPEAKER = List.of("mention", "string", "head", "resolved");

    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Summary() {}

    static Summary of(List<Counts> articles) {
        Counts all = new Counts();
        articles.forEach(all::add);
        Summary summary = new Summary();
        for (String measure : MEASURES) {
            int tp = all.of(measure + ".tp");
            summary.figures.put(
                    measure,
                    Figure.of(
                            share(tp, tp + all.of(measure + ".fp")),
                            share(tp, tp + all.of(measure + ".fn")),
                            null,
                            null));
        }
        for (String kind : Quote.KINDS) {
            int gold = all.of("gold." + kind);
            int predicted = all.of("pred." + kind);
            summary.figures.put(
                    "iou." + kind,
                    Figure.of(
                            share(all.of("predhit." + kind), predicted),
                            share(all.of("goldhit." + kind), gold),
                            gold,
                            predicted));
        }
        for (String measure : SPEAKER) {
            summary.put(
                    "speaker." + measure, all.of("speaker." + measure + ".ok"), all.of("speaker." + measure + ".n"));
        }
        int found = all.of("iou.tp");
        summary.put("cue", all.of("cue.ok"), all.of("cue.n"));
        summary.put("kind", all.of("kind.right"), found);
        summary.putDetails(all);
        summary.putLevels(all);
        if (articles.size() > 1) {
            summary.figures.put("intervals", Intervals.of(articles));
        }
        summary.figures.put("units", new Units(found + all.of("iou.fn"), found + all.of("iou.fp"), articles.size()));
        return summary;
    }

    private void putDetails(Counts all) {
        for (String detail : DetailScore.DETAILS) {
            putFigure("detail." + detail, all, "detail." + detail);
        }
        double sum = 0;
        int classes = 0;
        for (String stance : Stance.CLASSES) {
            putFigure("stance." + stance, all, "stance." + stance);
            Figure figure = (Figure) figures.get("stance." + stance);
            sum += figure == null ? 0 : figure.f1();
            classes += figure == null ? 0 : 1;
        }
        if (classes > 0) {
            figures.put("stance.macro", new Accuracy(sum / classes, classes));
        }
        if (all.of("act.n") > 0) {
            put("act", all.of("act.ok"), all.of("act.n"));
        }
        if (all.of("trap.n") > 0) {
            put("traps avoided", all.of("trap.avoided"), all.of("trap.n"));
        }
    }

    /** Nothing where neither gold nor prediction has any. */
    private void putFigure(String name, Counts all, String counted) {
        int right = all.of(counted + ".tp");
        int given = all.of(counted + ".given");
        int wanted = all.of(counted + ".wanted");
        if (wanted > 0) {
            figures.put(name, Figure.of(share(right, given), share(right, wanted), wanted, given));
        }
    }

    private void putLevels(Counts all) {
        for (int level = Levels.LOWEST; level <= Levels.HIGHEST; level++) {
            int n = all.of("level." + level + ".n");
            if (n > 0) {
                String name = level == Levels.LOWEST ? "confidence <.6" : "confidence ." + level;
                put(name, all.of("level." + level + ".ok"), n);
            }
        }
    }

    private void put(String name, int right, int of) {
        figures.put(name, new Accuracy(of == 0 ? null : (double) right / of, of));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** By name, for JSON. */
    Map<String, Object> figures() {
        return figures;
    }

    Figure figure(String name) {
        return (Figure) figures.get(name);
    }

    Accuracy accuracy(String name) {
        return (Accuracy) figures.get(name);
    }

    Units units() {
        return (Units) figures.get("units");
    }

    /** As a table for people, in per cent. */
    String table() {
        StringBuilder table = new StringBuilder("%d articles, %d gold units, %d predicted units counted%n"
                .formatted(units().articles, units().gold, units().predicted));
        table.append("%-14s %6s %6s %6s%n".formatted("", "P", "R", "F1"));
        for (String name : printed()) {
            Figure f = figure(name);
            String extra = f.gold == null ? interval(name) : "  gold %d, predicted %d".formatted(f.gold, f.predicted);
            table.append(String.format(
                    Locale.ROOT,
                    "%-14s %6.1f %6.1f %6.1f%s%n",
                    name,
                    100 * f.precision,
                    100 * f.recall,
                    100 * f.f1,
                    extra));
        }
        figures.forEach((name, figure) -> {
            if (figure instanceof Accuracy a) {
                String share = a.accuracy == null ? "   n/a" : String.format(Locale.ROOT, "%5.1f%%", 100 * a.accuracy);
                table.append("%-18s %s  of %d%n".formatted(name, share, a.n));
            }
        });
        return table.toString().stripTrailing();
    }

    private List<String> printed() {
        List<String> names = new ArrayList<>(PRINTED);
        figures.keySet().stream()
                .filter(name -> name.startsWith("detail.") || name.startsWith("stance."))
                .filter(name -> figures.get(name) instanceof Figure)
                .forEach(names::add);
        return names;
    }

    /** Where 95 of 100 draws of as many articles lie. */
    private String interval(String name) {
        return figures.get("intervals") instanceof Map<?, ?> intervals && intervals.get(name) instanceof Intervals.Of of
                ? String.format(Locale.ROOT, "  [%.1f, %.1f]", 100 * of.low(), 100 * of.high())
                : "";
    }

    /**
     * Precision, recall and their harmonic mean.
     *
     * @param precision share of the predicted units that are right
     * @param recall share of the gold units that were found
     * @param f1 their harmonic mean
     * @param gold number of gold units of this form; null where the figure is over all forms
     * @param predicted number of predicted units of this form; null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(
            @JsonProperty("p") double precision,
            @JsonProperty("r") double recall,
            double f1,
            Integer gold,
            @JsonProperty("pred") Integer predicted) {

        static Figure of(double p, double r, Integer gold, Integer predicted) {
            return new Figure(p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), gold, predicted);
        }
    }

    /**
     * A share of right answers.
     *
     * @param accuracy null when there was nothing to judge
     * @param n out of how many
     */
    record Accuracy(Double accuracy, int n) {}

    /**
     * How much was counted.
     *
     * @param gold gold units
     * @param predicted predicted units, without the excused
     * @param articles articles of the gold file
     */
    record Units(int gold, @JsonProperty("pred") int predicted, int articles) {}
}

package org.parley.launcher.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
        summary.figures.put("units", new Units(found + all.of("iou.fn"), found + all.of("iou.fp"), articles.size()));
        return summary;
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
        for (String name : PRINTED) {
            Figure f = figure(name);
            String extra = f.gold == null ? "" : "  gold %d, predicted %d".formatted(f.gold, f.predicted);
            table.append(String.format(
                    Locale.ROOT,
                    "%-14s %6.1f %6.1f %6.1f%s%n",
                    name,
                    100 * f.precision,
                    100 * f.recall,
                    100 * f.f1,
                    extra));
        }
        for (String name :
                List.of("speaker.mention", "speaker.string", "speaker.head", "speaker.resolved", "cue", "kind")) {
            Accuracy a = accuracy(name);
            String share = a.accuracy == null ? "   n/a" : String.format(Locale.ROOT, "%5.1f%%", 100 * a.accuracy);
            table.append("%-18s %s  of %d%n".formatted(name, share, a.n));
        }
        return table.toString().stripTrailing();
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

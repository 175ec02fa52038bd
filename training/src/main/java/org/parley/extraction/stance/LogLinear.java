package org.parley.extraction.stance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Learns how much each feature speaks for an option, by steps that grow smaller the more a weight has moved (AdaGrad). Deterministic. */
final class LogLinear {

    /** Options with what speaks for each, and the index of the one that is right. */
    record Lesson(List<List<String>> options, int right) {}

    private static final int PASSES = 15;
    private static final int RARE = 2;
    private static final double RATE = 0.05;
    private static final double DECAY = 0.01;
    private static final double NOTHING = 1e-8;
    private static final double SMALLEST = 0.005;

    private final Map<String, Double> weights = new HashMap<>();

    /** Features seen less than twice are not learned. */
    LogLinear(List<Lesson> lessons) {
        Map<String, Integer> seen = new HashMap<>();
        lessons.forEach(
                lesson -> lesson.options().stream().flatMap(List::stream).forEach(f -> seen.merge(f, 1, Integer::sum)));
        seen.forEach((feature, times) -> {
            if (times >= RARE) {
                weights.put(feature, 0.0);
            }
        });
        Map<String, Double> moved = new HashMap<>();
        List<Lesson> order = new ArrayList<>(lessons);
        Random random = new Random(1);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, random);
            order.forEach(lesson -> step(lesson, moved));
        }
    }

    private void step(Lesson lesson, Map<String, Double> moved) {
        double[] shares = shares(lesson.options());
        for (int k = 0; k < shares.length; k++) {
            double error = shares[k] - (k == lesson.right() ? 1 : 0);
            for (String feature : lesson.options().get(k)) {
                weights.computeIfPresent(feature, (f, weight) -> {
                    double gradient = error + DECAY * weight;
                    double past = moved.merge(f, gradient * gradient, Double::sum);
                    return weight - RATE * gradient / Math.sqrt(past + NOTHING);
                });
            }
        }
    }

    /** How likely each option is the right one. */
    double[] shares(List<List<String>> options) {
        double[] sums = options.stream()
                .mapToDouble(features -> features.stream()
                        .mapToDouble(f -> weights.getOrDefault(f, 0.0))
                        .sum())
                .toArray();
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = Math.exp(sums[k] - most);
            all += sums[k];
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= all;
        }
        return sums;
    }

    /** Index of the likeliest option. */
    int best(List<List<String>> options) {
        double[] shares = shares(options);
        int best = 0;
        for (int k = 1; k < shares.length; k++) {
            best = shares[k] > shares[best] ? k : best;
        }
        return best;
    }

    /** A feature and its weight a line, in the order of the alphabet; weights near nothing are left out. */
    void write(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(weights).forEach((feature, weight) -> {
            if (Math.abs(weight) >= SMALLEST) {
                lines.append(feature)
                        .append('\t')
                        .append(String.format(Locale.ROOT, "%.3f", weight))
                        .append('\n');
            }
        });
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}

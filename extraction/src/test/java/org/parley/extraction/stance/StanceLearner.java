package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.Attributions;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Parser;
import org.parley.extraction.proposal.ProposalFinder;
import org.parley.extraction.speaker.SpeakerResolver;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Regions;

/**
 * Learns the weights of {@link Learned} from sentences with known stances: multinomial logistic regression, every sentence in each step, the
 * same result on each run.
 */
final class StanceLearner {

    /** What a sentence is said of; in turn, so that none tells a stance. */
    private static final List<String> BEFORE = List.of(
            "The mediators presented a peace plan on Monday.",
            "A draft agreement on the river was sent to both capitals.",
            "The company made a new wage offer on Tuesday.",
            "The commission published its compromise proposal last week.",
            "Negotiators have agreed on the outline of a trade accord.",
            "The two governments received a revised plan on Friday.",
            "A 12-point plan for the border region lay on the table.",
            "Both sides have been handed the text of a peace treaty.",
            "The cabinet's pension bill was published on Wednesday.",
            "The neighbours answered with a counter-proposal.");

    private static final int VALUES = Learned.VALUES.size();
    private static final int STEPS = 300;
    private static final double RATE = 0.5;
    /** Holds weights small that few sentences speak for. */
    private static final double DECAY = 4;
    /** A trait of one sentence alone tells nothing of others. */
    private static final int SEEN = 2;

    private final Gazetteers gazetteers = Gazetteers.load();
    private final Parser parser = Parser.load(gazetteers);
    private final Attributions attributions = new Attributions(gazetteers);
    private final ProposalFinder proposals = new ProposalFinder(gazetteers);

    /** A sentence as the engine sees it, with its stance; without traits where no statement was found in it. */
    record Lesson(StanceValue stance, Set<String> traits) {}

    /** @param rows stance and sentence */
    List<Lesson> lessons(List<String[]> rows) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String text = BEFORE.get(i % BEFORE.size()) + "\n\n" + rows.get(i)[1];
            lessons.add(new Lesson(StanceValue.valueOf(rows.get(i)[0]), traits(text, text.indexOf("\n\n"))));
        }
        return lessons;
    }

    private Set<String> traits(String text, int from) {
        Article article = new Article(text, Regions.of(text), parser.parse(text, List.of(new Span(0, text.length()))));
        SpeakerResolver speakers = new SpeakerResolver(article, gazetteers);
        ProposalFinder.Found found = proposals.in(article, null);
        Stances stances = new Stances(found, article, gazetteers, new Learned(Map.of()));
        Set<String> longest = Set.of();
        int most = 0;
        for (Attribution one : attributions.of(article)) {
            List<Speaker> who = speakers.resolve(one).speakers();
            var about = stances.of(one, who);
            int size = one.content().stream().mapToInt(Span::length).sum();
            if (one.content().get(0).start() > from && size > most) {
                most = size;
                longest = about.isEmpty()
                        ? stances.traits(one, who, 0, null)
                        : stances.traits(
                                one, who, about.get(0).mention(), about.get(0).stance());
            }
        }
        return longest;
    }

    /** Weights by trait, in the order of the alphabet, in thousandths. */
    static Map<String, int[]> weights(List<Lesson> lessons) {
        List<Lesson> told =
                lessons.stream().filter(lesson -> !lesson.traits().isEmpty()).toList();
        Map<String, Integer> counts = new TreeMap<>();
        told.forEach(lesson -> lesson.traits().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        Map<String, Integer> places = new HashMap<>();
        counts.forEach((trait, count) -> {
            if (count >= SEEN) {
                places.put(trait, places.size());
            }
        });
        int[][] seen = told.stream()
                .map(lesson -> lesson.traits().stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        double[][] weights = new double[places.size()][VALUES];
        double[][] moved = new double[places.size()][VALUES];
        for (int step = 0; step < STEPS; step++) {
            double[][] slopes = slopes(weights, seen, told);
            for (int t = 0; t < weights.length; t++) {
                for (int v = 0; v < VALUES; v++) {
                    moved[t][v] += slopes[t][v] * slopes[t][v];
                    weights[t][v] -= RATE * slopes[t][v] / Math.sqrt(moved[t][v] + 1e-8);
                }
            }
        }
        Map<String, int[]> rounded = new TreeMap<>(Comparator.naturalOrder());
        places.forEach((trait, place) -> {
            int[] of = new int[VALUES];
            for (int v = 0; v < VALUES; v++) {
                of[v] = (int) Math.round(weights[place][v] * 1000);
            }
            rounded.put(trait, of);
        });
        return rounded;
    }

    private static double[][] slopes(double[][] weights, int[][] seen, List<Lesson> told) {
        double[][] slopes = new double[weights.length][VALUES];
        for (int t = 0; t < weights.length; t++) {
            for (int v = 0; v < VALUES; v++) {
                slopes[t][v] = DECAY * weights[t][v];
            }
        }
        for (int i = 0; i < seen.length; i++) {
            double[] scores = new double[VALUES];
            for (int trait : seen[i]) {
                for (int v = 0; v < VALUES; v++) {
                    scores[v] += weights[trait][v];
                }
            }
            double[] likely = Learned.softened(scores);
            likely[Learned.VALUES.indexOf(told.get(i).stance())] -= 1;
            for (int trait : seen[i]) {
                for (int v = 0; v < VALUES; v++) {
                    slopes[trait][v] += likely[v];
                }
            }
        }
        return slopes;
    }
}

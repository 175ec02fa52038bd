package org.parley.extraction.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.extraction.StanceValue;

/**
 * The weights in place are those that the sentences with known stances give. {@code -Dparley.write.weights=true} puts new ones in place,
 * after a change of the sentences or of what the engine sees in them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StanceWeightsTest {

    private static final Path SENTENCES = Path.of("../training/data/stances/sentences.tsv");
    private static final Path WEIGHTS = Path.of("src/main/resources/org/parley/extraction/stance/weights.tsv");
    private static final int PARTS = 4;

    private static List<StanceLearner.Lesson> lessons;

    @BeforeAll
    static void read() throws IOException {
        List<String[]> rows = Files.readAllLines(SENTENCES).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        lessons = new StanceLearner().lessons(rows);
    }

    @Test
    void the_weights_in_place_are_those_of_the_sentences() throws IOException {
        String learnt = table(StanceLearner.weights(lessons));
        if (Boolean.getBoolean("parley.write.weights")) {
            Files.writeString(WEIGHTS, learnt);
        }
        assertThat(Files.readString(WEIGHTS)).isEqualTo(learnt);
    }

    @Test
    void in_most_sentences_a_statement_is_found() {
        long found =
                lessons.stream().filter(lesson -> !lesson.traits().isEmpty()).count();
        assertThat(found).isGreaterThan(lessons.size() * 8L / 10);
    }

    @Test
    void sentences_that_were_kept_apart_get_their_stance_far_more_often_than_by_chance() {
        int told = 0;
        int right = 0;
        int neutral = 0;
        for (int part = 0; part < PARTS; part++) {
            Learned learned = new Learned(asDoubles(StanceLearner.weights(part(part, false))));
            for (StanceLearner.Lesson lesson : part(part, true)) {
                StanceValue side = learned.side(lesson.traits());
                told += side == null ? 0 : 1;
                right += side == lesson.stance() ? 1 : 0;
                neutral += side != null && lesson.stance() == StanceValue.NEUTRAL ? 1 : 0;
            }
        }
        System.out.printf("sides told %d of %d, right %d, of none %d%n", told, lessons.size(), right, neutral);
        assertThat(told).isGreaterThan(lessons.size() / 4);
        assertThat(right * 100 / told).isGreaterThan(60);
    }

    private static List<StanceLearner.Lesson> part(int part, boolean within) {
        return IntStream.range(0, lessons.size())
                .filter(i -> (i % PARTS == part) == within)
                .mapToObj(lessons::get)
                .filter(lesson -> !lesson.traits().isEmpty())
                .toList();
    }

    private static Map<String, double[]> asDoubles(Map<String, int[]> weights) {
        return weights.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> IntStream.of(e.getValue())
                                .mapToDouble(w -> w / 1000.0)
                                .toArray()));
    }

    private static String table(Map<String, int[]> weights) {
        List<String> rows = new ArrayList<>();
        rows.add("trait\t" + Learned.VALUES.stream().map(StanceValue::name).collect(Collectors.joining("\t")));
        weights.forEach((trait, of) -> rows.add(
                trait + "\t" + IntStream.of(of).mapToObj(Integer::toString).collect(Collectors.joining("\t"))));
        return String.join("\n", rows) + "\n";
    }
}

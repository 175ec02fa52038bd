package org.parley.sources.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SketchTest {

    private final Random random = new Random(7);

    @Test
    void equal_words_are_equal_whatever_the_marks() {
        Shingles plain = Shingles.of("\"Eleven articles are enough,\" he said on Monday in the capital.");
        Shingles curly = Shingles.of("\u201cEleven  Articles are enough\u201d he said\non Monday, in the capital");
        assertThat(plain.similarity(curly)).isEqualTo(1);
        assertThat(plain.size()).isEqualTo(7);
        assertThat(Shingles.of("too short a text").similarity(plain)).isZero();
    }

    @Test
    void sameness_is_symmetric_and_falls_with_the_words_that_differ() {
        for (int i = 0; i < 200; i++) {
            String[] words = words(400);
            Shingles text = Shingles.of(String.join(" ", words));
            Shingles little = Shingles.of(String.join(" ", changed(words, 4)));
            Shingles half = Shingles.of(String.join(" ", changed(words, 200)));
            assertThat(text.similarity(little))
                    .isEqualTo(little.similarity(text))
                    .isGreaterThan(0.85);
            assertThat(text.similarity(half)).isLessThan(0.3);
            assertThat(text.similarity(Shingles.of(String.join(" ", words(400)))))
                    .isLessThan(0.01);
        }
    }

    @Test
    void the_share_of_equal_values_of_two_signatures_estimates_how_alike_the_texts_are() {
        double off = 0;
        for (int i = 0; i < 100; i++) {
            String[] words = words(300);
            Shingles one = Shingles.of(String.join(" ", words));
            Shingles other = Shingles.of(String.join(" ", changed(words, i)));
            long[] first = Sketch.signature(one);
            long[] second = Sketch.signature(other);
            double estimate = IntStream.range(0, first.length)
                            .filter(j -> first[j] == second[j])
                            .count()
                    / (double) first.length;
            assertThat(estimate).isEqualTo(one.similarity(other), within(0.2));
            off += estimate - one.similarity(other);
        }
        // The estimate has no bias: its errors cancel out (standard error of the mean below 0.005).
        assertThat(off / 100).isEqualTo(0, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.80", "0.6, 0.95", "0.75, 0.99"})
    void texts_that_are_alike_share_a_band(double similarity, double atLeast) {
        int shared = 0;
        for (int i = 0; i < 300; i++) {
            // Of n words each, n*s' in common at the start: the shingles' similarity is about k / (2n - k).
            int common = (int) (2 * 300 * similarity / (1 + similarity));
            String[] words = words(300);
            String[] other = words(300);
            System.arraycopy(words, 0, other, 0, common);
            shared += share(words, other) ? 1 : 0;
        }
        assertThat(shared / 300.0).isGreaterThanOrEqualTo(atLeast - 0.05);
    }

    @Test
    void texts_that_are_not_alike_hardly_ever_do() {
        int shared = 0;
        for (int i = 0; i < 500; i++) {
            shared += share(words(300), words(300)) ? 1 : 0;
        }
        assertThat(shared).isZero();
    }

    private static boolean share(String[] one, String[] other) {
        Set<Long> bands = Arrays.stream(Sketch.bands(Shingles.of(String.join(" ", one))))
                .boxed()
                .collect(Collectors.toSet());
        return Arrays.stream(Sketch.bands(Shingles.of(String.join(" ", other)))).anyMatch(bands::contains);
    }

    private String[] words(int count) {
        return random.ints(count, 0, 5_000).mapToObj(i -> "w" + i).toArray(String[]::new);
    }

    private String[] changed(String[] words, int count) {
        String[] copy = words.clone();
        for (int i = 0; i < count; i++) {
            copy[random.nextInt(copy.length)] = "changed" + random.nextInt();
        }
        return copy;
    }
}

package org.parley.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.extraction.Span;

/** Holds for any two texts; a failing case names its seed. */
class SpanMapPropertiesTest {

    private static final String[] WORDS = {
        "plan",
        "points",
        "the",
        "said",
        "\"we",
        "agree\"",
        "\n\n",
        "28",
        "\uD83D\uDE00",
        "Zelenskyy's",
        "é",
        ",",
        "\r\n"
    };

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_placed_or_moved_span_has_the_same_words(long seed) {
        Random random = new Random(seed);
        String old = text(random);
        String now = edited(old, random);
        Span span = anySpan(old, random);

        Placed placed = SpanMap.between(old, now).place(span);

        if (placed.placement() == Placement.ORPHANED) {
            assertThat(placed.span()).isNull();
        } else {
            assertThat(placed.span().of(now)).isEqualTo(span.of(old));
            assertThat(placed.placement() == Placement.PLACED)
                    .isEqualTo(placed.span().equals(span));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_text_put_before_shifts_every_span_by_its_length(long seed) {
        Random random = new Random(seed);
        String old = text(random);
        String top = "Correction " + seed + ":\n\n";
        Span span = anySpan(old, random);

        Placed placed = SpanMap.between(old, top + old).place(span);

        assertThat(placed.span()).isEqualTo(new Span(span.start() + top.length(), span.end() + top.length()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_remains_lies_in_the_new_text(long seed) {
        Random random = new Random(seed);
        String old = text(random);
        String now = text(random);

        SpanMap.between(old, now)
                .remains(anySpan(old, random))
                .ifPresent(span -> assertThat(span.end()).isLessThanOrEqualTo(now.length()));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("begin");
        for (int i = random.nextInt(60) + 3; i > 0; i--) {
            text.append(random.nextInt(6) == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static String edited(String text, Random random) {
        StringBuilder edited = new StringBuilder(text);
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(edited.length());
            int to = Math.min(edited.length(), at + random.nextInt(12));
            edited.replace(at, to, random.nextBoolean() ? text(random) : "");
        }
        return edited.toString();
    }

    private static Span anySpan(String text, Random random) {
        int start = random.nextInt(text.length());
        return new Span(start, start + 1 + random.nextInt(text.length() - start));
    }
}

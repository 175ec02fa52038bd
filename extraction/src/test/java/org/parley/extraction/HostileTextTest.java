package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to hurt: none may crash the engine, and time may only grow with length. */
@Tag("long")
class HostileTextTest {

    private static final int SHORT = 50_000;
    private static final int LONG = 200_000;

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
        engine.extract(
                ArticleText.of(repeat("The mayor said the road was open. ").apply(20_000)));
    }

    static Stream<String> shapes() {
        return texts().keySet().stream();
    }

    private static Map<String, IntFunction<String>> texts() {
        Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
        texts.put("one line of sentences", repeat("The mayor said on Monday that the road was open. "));
        texts.put("one line of quotations", repeat("\"We will go,\" Ann Orr said. "));
        texts.put("nothing but straight marks", repeat("\""));
        texts.put("nothing but opening marks", repeat("“a "));
        texts.put("single marks", repeat("‘a’s b’ "));
        texts.put("nested quotations", repeat("“he said ‘she said “it said ” ’ ” "));
        texts.put("no spaces", repeat("x"));
        texts.put("no full stop", repeat("the mayor said and "));
        texts.put("paragraphs of unclosed quotations", repeat("“We go on and on and on\n\n"));
        texts.put("a list without end", repeat("- The plan has 9 points\n"));
        texts.put("according to", repeat("according to the plan of 9 points, "));
        texts.put("names", repeat("Ann Orr told Bo Lee that Cy Poe said he "));
        texts.put("brackets and dashes", repeat("(—)[–] "));
        texts.put("labels", repeat("Q: Why?\n\nA: “Because.”\n\n"));
        texts.put("dates", repeat("on Monday, 4 March 2027, three days ago "));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void time_grows_with_length_only(String shape) {
        IntFunction<String> text = texts().get(shape);
        double small = Math.max(seconds(text.apply(SHORT)), 0.05);
        double large = seconds(text.apply(LONG));
        assertThat(large)
                .as("seconds for %d characters, %.2f for %d", LONG, small, SHORT)
                .isLessThan(8 * small + 1);
    }

    @Test
    void broken_characters_are_taken_as_they_are() {
        String text =
                "The mayor\u0000 said \ud800the road\udfff was open. \u0000\n\ud83d“No\ud83d\ude00,” he said.\uffff";
        for (ExtractedStatement statement : engine.extract(ArticleText.of(text)).statements()) {
            assertThat(statement.content()).allSatisfy(s -> assertThat(s.end()).isLessThanOrEqualTo(text.length()));
        }
        assertThat(engine.extract(ArticleText.of("")).statements()).isEmpty();
        assertThat(engine.extract(ArticleText.of("\n \u0000")).statements()).isEmpty();
    }

    @Test
    void any_mixture_of_characters_is_survived() {
        Random random = new Random(11);
        List<String> pieces = List.of(
                "said",
                " that ",
                "\"",
                "“",
                "”",
                "‘",
                "’",
                "'",
                "Ann Orr",
                "the plan",
                ", ",
                ". ",
                "\n",
                "\n\n",
                "12-point ",
                "\ud800",
                "\u0000",
                "- ",
                ":",
                "—",
                "on Monday",
                "he ",
                "according to ",
                "Reuters ",
                "(",
                ")",
                "told reporters ",
                "и",
                "“We",
                "!”",
                "who ",
                "not ",
                "; ",
                "quoted ",
                "as saying ",
                "in his view, ",
                "called on them to ",
                "and predicted ",
                "adding that ",
                "should ",
                "even if ",
                "accepts ",
                "unless ");
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(
                    "The two sides said that they would meet in the city of Elm and that it was the last time. ");
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            String given = text.toString();
            Extraction found = engine.extract(ArticleText.of(given));
            SpanChecks.allSpansAreInText(found, given);
        }
    }

    /** Of this thread alone: how busy the machine is besides does not count. */
    private static double seconds(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        engine.extract(ArticleText.of(text));
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static IntFunction<String> repeat(String piece) {
        return length -> piece.repeat(length / piece.length() + 1).substring(0, length);
    }
}

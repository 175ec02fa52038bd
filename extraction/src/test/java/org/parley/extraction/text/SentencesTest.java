package org.parley.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    /** A bar stands where one sentence ends and the next begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. said so.|U.S. President Ann Roe met Mr. Smith in Washington, D.C.|He left.",
                "The talks ended at 5 p.m. on Nov. 3.|In January they began again.",
                "\"It is over.\"|He left.",
                "“Go!” Anna Berg said.|“Why?” he asked.|She stayed.",
                "“It is shorter,” she said.|“Much shorter.”|They agreed.",
                "He works for Arden Inc.|The firm said no.",
                "Arden Inc. said no, and so did Roe Corp. of Lusande.",
                "John F. Roe and J. D. Lind met Gen. Ila Quist.",
                "It was I.|Then he left.",
                "The firm... said no...|Then it left.",
                "1. First item.",
                "(It was late.)|She agreed.",
                "Who won?!|Nobody did.",
                "The plan, which he called \"fair.\" was dropped.",
                "No. 10 said no.|It was 3.5% of GDP.",
                "Sen. Roe, Rep. Lind and Lt. Col. Quist voted.",
                "He went to the E.U.|But the U.K. stayed.",
                "He asked: \"What now?\" and left.",
                "It ended today.Then more.",
            })
    void sentences_end_where_a_reader_ends_them(String marked) {
        String text = marked.replace("|", " ").replace("today. Then", "today.Then");
        List<String> found =
                Sentences.of(text).stream().map(s -> s.span().of(text)).toList();
        List<String> expected = Stream.of(marked.split("\\|")).toList();
        if (marked.startsWith("It ended today.")) {
            expected = List.of("It ended today.", "Then more.");
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void no_sentence_runs_over_a_line() {
        String text = "Talks resume\nBRENHOLT\r\nThe envoy\u2028 left";
        assertThat(Sentences.of(text).stream().map(s -> s.span().of(text)))
                .containsExactly("Talks resume", "BRENHOLT", "The envoy", "left");
    }

    @Test
    void a_text_without_a_full_stop_is_cut_at_commas() {
        List<Sentence> found = Sentences.of("one two three, ".repeat(500));
        assertThat(found).allMatch(s -> s.tokens().size() <= Sentences.LONGEST);
        assertThat(found.get(0).tokens().get(found.get(0).tokens().size() - 1).form())
                .isEqualTo(",");
    }

    @Test
    void sentences_hold_the_tokens_of_the_text_in_order() {
        Random random = new Random(11);
        String[] pieces = {
            "The", "U.S.", "Mr.", "Roe", "said", "\"", "”", ".", "?", "!", "...", "\n", " ", " ", "1", ")", "p.m.",
            "J.", ","
        };
        for (int round = 0; round < 2000; round++) {
            StringBuilder b = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                b.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            String text = b.toString();
            int at = 0;
            for (Sentence s : Sentences.of(text)) {
                assertThat(s.span().start()).isGreaterThanOrEqualTo(at);
                at = s.span().end();
                s.tokens()
                        .forEach(t ->
                                assertThat(text.substring(t.start(), t.end())).isEqualTo(t.form()));
            }
        }
    }
}

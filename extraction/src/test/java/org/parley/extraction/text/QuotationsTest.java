package org.parley.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    She said "no" twice.                                              | "no"
                    “One,” he said, “and two.”                                        | “One,” / “and two.”
                    The ‘so-called’ deal                                              | ‘so-called’
                    It’s the ministers’ plan and nobody’s business.                   |
                    He called it ‘the farmers’ charter’ twice.                        | ‘the farmers’ charter’
                    ‘It’s what we can’t give,’ she said                               | ‘It’s what we can’t give,’
                    A 6" pipe and an 8" pipe                                          |
                    «Nous verrons», he said                                           | «Nous verrons»
                    “He told me ‘never’ and left,” she said                           | “He told me ‘never’ and left,”
                    In the ’90s and the ‘80s nobody asked.                            |
                    The 'peace valley' is empty, the envoy's men don't go.            | 'peace valley'
                    """)
    void marks_are_paired_and_apostrophes_are_left_alone(String text, String expected) {
        assertThat(String.join(" / ", quoted(text))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_quotation_over_several_paragraphs_opens_each_and_closes_the_last() {
        String text = "“First part of it goes here.\n\n“Second part.”\n\n“Another.”";
        List<Quotation> found = Quotations.of(text);
        assertThat(found).extracting(Quotation::closed).containsExactly(false, true, true);
        assertThat(found).extracting(Quotation::continues).containsExactly(false, true, false);
    }

    @Test
    void an_unclosed_quotation_ends_with_its_paragraph() {
        String text = "He said: \"This goes on without an end\nNext paragraph.";
        assertThat(quoted(text)).containsExactly("\"This goes on without an end");
    }

    @Test
    void a_quotation_over_paragraphs_may_quote_somebody_in_the_same_marks() {
        String text = "“We hold to the word “lamps for oil” here. We go on.\n\n“We thank you.”";
        assertThat(quoted(text))
                .containsExactly("“We hold to the word “lamps for oil” here. We go on.", "“We thank you.”");
    }

    @Test
    void ten_thousand_marks_take_no_time() {
        for (String mark : List.of("\"", "“", "‘a ", "'a ", "„", "\"a", "s’ b", "”")) {
            String text = mark.repeat(40_000);
            long start = System.nanoTime();
            Quotations.of(text);
            assertThat((System.nanoTime() - start) / 1_000_000).as(mark).isLessThan(1_000);
        }
    }

    private static List<String> quoted(String text) {
        return Quotations.of(text).stream()
                .map(q -> text.substring(q.start(), q.end()))
                .toList();
    }
}

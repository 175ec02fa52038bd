package org.parley.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 Comments                                              | BOILERPLATE
                    Share                                                   | BOILERPLATE
                    Read more: Ten days in the valley                       | BOILERPLATE
                    - 3 minutes read                                        | BOILERPLATE
                    Tags: truce, river, harvest                             | TAGS
                    By Maren Oduya and Tiit Kask                            | BYLINE
                    Staff writer                                            | BYLINE
                    Monday, May 18, 2015                                    | DATELINE
                    Published: 4 March 2027                                 | DATELINE
                    The lake in winter. Photograph: Example Pictures        | CAPTION
                    Disclaimer: this text was made by software.             | DISCLAIMER
                    Correction, 3 May: the draft has nine points, not ten.  | DISCLAIMER
                    - Both sides keep their guns.                           | LIST
                    Share prices fell after the minister spoke on Monday.   | BODY
                    "We will not go," the mayor said.                       | BODY
                    """)
    void each_line_is_known_by_its_look(String line, Region.Kind kind) {
        String text = "The ministers met on Monday and parted without a word.\n\n" + line;
        assertThat(last(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    10.25 The minister has left.                | The minister has left.
                    9:40 pm - "Not tonight," she said.          | "Not tonight," she said.
                    14:05 GMT: Talks go on.                     | Talks go on.
                    12.5 percent was the offer.                 | 12.5 percent was the offer.
                    """)
    void the_time_before_an_entry_is_none_of_its_words(String line, String words) {
        String text = "The ministers met on Monday and parted without a word.\n\n" + line;
        Region last = last(text);
        assertThat(last.kind()).isEqualTo(Region.Kind.BODY);
        assertThat(text.substring(last.start(), last.end())).isEqualTo(words);
    }

    @Test
    void a_dateline_is_cut_from_the_first_sentence() {
        String text = "PORT ELM, Osterland (XYZ) -- The talks failed on Monday.";
        assertThat(Regions.of(text))
                .containsExactly(
                        new Region(Region.Kind.DATELINE, 0, 29), new Region(Region.Kind.BODY, 29, text.length()));
    }

    @Test
    void a_headline_and_headings_are_told_from_sentences() {
        String text = "Ministers part without a word\n\nThe ministers met on Monday and parted soon after.\n\n"
                + "What comes next\n\nNobody knew on Tuesday, and nobody asked either.";
        assertThat(Regions.of(text))
                .extracting(Region::kind)
                .containsExactly(Region.Kind.HEADLINE, Region.Kind.BODY, Region.Kind.HEADLINE, Region.Kind.BODY);
    }

    @Test
    void a_run_of_single_words_in_bullets_is_a_list_of_tags() {
        String text = "The talks failed on Monday, they said.\n- Talks\n- PeaceDeal\n- Osterland";
        assertThat(Regions.of(text))
                .extracting(Region::kind)
                .endsWith(Region.Kind.TAGS, Region.Kind.TAGS, Region.Kind.TAGS);
    }

    @Test
    void regions_are_in_order_and_never_overlap() {
        Random random = new Random(7);
        String alphabet = "aA.:-\"“”\n \n-–1(é\u0000";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (Region region : Regions.of(text.toString())) {
                assertThat(region.start()).isGreaterThanOrEqualTo(end).isLessThan(region.end());
                end = region.end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    private static Region last(String text) {
        List<Region> regions = Regions.of(text);
        return regions.get(regions.size() - 1);
    }
}

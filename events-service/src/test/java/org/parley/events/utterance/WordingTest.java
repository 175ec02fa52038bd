package org.parley.events.utterance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.StatementForm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it was "shorter, and for that reason harder to leave" | "a shorter page, and so a harder one to leave"   | true
            it was "shorter, and for that reason harder to leave" | "shorter, and harder to leave"                   | false
            it was "shorter, and for that reason harder to leave" | "shorter, and for that reason harder to leave"   | false
            it was "shorter, and for that reason harder to leave" | it was shorter, by a page, and harder to leave   | false
            it was "a harbour for ships"                          | "the harbour of all ships"                       | false
            """)
    void quotations_with_other_words_of_sense_between_the_ones_they_share_are_not_both_verbatim(
            String one, String other, boolean differ) {
        Wording mine = Wording.of(one, StatementForm.MIXED);
        Wording theirs = Wording.of(other, StatementForm.MIXED);

        assertThat(mine.differsBetween(theirs)).isEqualTo(differ);
        assertThat(theirs.differsBetween(mine)).isEqualTo(differ);
    }
}

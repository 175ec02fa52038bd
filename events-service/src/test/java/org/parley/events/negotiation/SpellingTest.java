package org.parley.events.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "kilometre, kilometer",
        "metre, meter",
        "centre, center",
        "demilitarised, demilitarized",
        "recognise, recognize",
        "normalisation, normalization",
        "labour, labor",
        "harbour, harbor",
        "defence, defense",
        "programme, program",
        "cancelled, canceled"
    })
    void both_spellings_of_a_word_come_out_as_one(String british, String american) {
        assertThat(Spelling.of(british)).isEqualTo(Spelling.of(american));
    }

    @ParameterizedTest
    @CsvSource({"border, order", "fleet, feet", "army, arms", "four, for"})
    void other_words_stay_apart(String one, String other) {
        assertThat(Spelling.of(one)).isNotEqualTo(Spelling.of(other));
    }
}

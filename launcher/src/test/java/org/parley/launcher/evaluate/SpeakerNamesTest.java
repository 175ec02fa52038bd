package org.parley.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rubio | Marco Rubio",
                "US Secretary of State Marco Rubio | Marco Rubio",
                "Volodymyr Zelenskyy's | Volodymyr Zelenskyy",
                "Volodymyr Zelenskyy’s | Volodymyr Zelenskyy",
                "Nabil Maaloul | Nabil Maâloul",
                "the Foreign Ministry | Foreign Ministry",
                "John Baird, Environment Minister of the day | John Baird",
                "Mr. Lee | Jae Lee",
            })
    void the_same(String predicted, String gold) {
        assertThat(SpeakerNames.same(predicted, List.of("Somebody Else", gold))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the president | President Volodymyr Zelensky",
                "John Key | John Burrows",
                "'' | Marco Rubio",
                "... | Marco Rubio",
                "Rubio | ''",
                "Marco Polo | Marco Rubio",
            })
    void not_the_same(String predicted, String gold) {
        assertThat(SpeakerNames.same(predicted, List.of(gold))).isFalse();
    }
}

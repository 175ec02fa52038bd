package org.parley.events.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Lusande's foreign minister              | foreign,minister
                    foreign minister of Lusande             | foreign,minister
                    Velmaran Foreign Minister               | foreign,minister
                    now trade minister                      | trade,minister
                    envoy                                   | envoy
                    special envoy for the corridor          | special,envoy
                    spokeswoman                             | spokesperson
                    former trade minister                   |
                    deputy envoy                            |
                    head of the observer mission            |
                    """)
    void an_office_is_told_without_whose_it_is(String role, String office) {
        assertThat(Office.of(role)).isEqualTo(office == null ? Set.of() : Set.of(office.split(",")));
    }
}

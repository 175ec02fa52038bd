package org.parley.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousReadTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "no such name of a host"})
    void the_start_is_refused_where_others_could_read_without_anybody_meaning_it(String bind) {
        assertThatThrownBy(() -> new AnonymousRead(true, false, bind).check(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parley.anonymous-read.public=true");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, 127.0.0.1",
        "true, false, localhost",
        "true, false, ::1",
        "true, true, 0.0.0.0",
        "false, false, 0.0.0.0"
    })
    void it_starts_where_it_is_safe_or_meant(boolean allowed, boolean evenInPublic, String bind) {
        assertThatCode(() -> new AnonymousRead(allowed, evenInPublic, bind).check(null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "0.0.0.0, false"})
    void extracting_without_a_key_is_for_a_machine_of_ones_own(String bind, boolean mayExtract) {
        assertThat(new AnonymousRead(true, true, bind).mayExtract()).isEqualTo(mayExtract);
    }
}

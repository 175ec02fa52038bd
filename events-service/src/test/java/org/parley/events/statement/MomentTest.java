package org.parley.events.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kit.problem.ProblemException;

class MomentTest {

    @Test
    void a_day_given_as_the_end_is_in() {
        assertThat(Moment.to("filter.publishedTo", "2025-11-27")).isEqualTo(Instant.parse("2025-11-28T00:00:00Z"));
        assertThat(Moment.from("filter.publishedFrom", "2025-11-27")).isEqualTo(Instant.parse("2025-11-27T00:00:00Z"));
    }

    @Test
    void a_moment_is_taken_as_it_is_in_any_zone() {
        assertThat(Moment.to("filter.publishedTo", "2025-11-27T09:30:00+02:00"))
                .isEqualTo(Instant.parse("2025-11-27T07:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-02-30", "27/11/2025", "2025-11-27T09:30"})
    void anything_else_is_refused_by_name(String text) {
        assertThatThrownBy(() -> Moment.from("filter.publishedFrom", text))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("filter.publishedFrom: has to be a day such as");
    }
}

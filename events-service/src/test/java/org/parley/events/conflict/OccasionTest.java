package org.parley.events.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccasionTest {

    @Test
    void occasions_of_two_kinds_differ_and_those_without_a_kind_do_not() {
        assertThat(Occasion.differ("a radio interview", "a speech to the guild"))
                .isTrue();
        assertThat(Occasion.differ("an interview", "the radio interview on Friday"))
                .isFalse();
        assertThat(Occasion.differ("a news conference", "two days of talks")).isFalse();
        assertThat(Occasion.differ("the press conference", "a news briefing")).isFalse();
    }
}

package org.parley.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {

    @Test
    void hits_are_parted_from_the_rest() {
        String marked = "the " + Highlight.START + "plan" + Highlight.STOP + " of " + Highlight.START + "Tavria"
                + Highlight.STOP;

        assertThat(Highlight.of(marked))
                .containsExactly(
                        new Highlight("the ", false),
                        new Highlight("plan", true),
                        new Highlight(" of ", false),
                        new Highlight("Tavria", true));
    }

    @Test
    void a_text_without_hits_is_one_piece_and_none_is_none() {
        assertThat(Highlight.of("talks go on")).containsExactly(new Highlight("talks go on", false));
        assertThat(Highlight.of("")).isEmpty();
    }
}

package org.parley.events.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void a_title_tells_whose_it_is_unless_its_words_do() {
        assertThat(Titles.with("Hanrei", "Six items")).isEqualTo("Six items (Hanrei)");
        assertThat(Titles.with("Hanrei", "Hanrei's six items")).isEqualTo("Hanrei's six items");
        assertThat(Titles.with(null, "Six items")).isEqualTo("Six items");
    }
}

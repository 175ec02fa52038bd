package org.parley.events.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SidesTest {

    @Test
    void an_adjective_shows_the_side_under_every_name_it_can_come_from() {
        assertThat(Sides.of("Tavrian Foreign Minister Ode Kallur", Set.of("Ode Kallur")))
                .containsEntry("tavria", 2);
        assertThat(Sides.of("a Lusandan official", Set.of())).containsEntry("lusande", 2);
    }

    @Test
    void a_possessive_shows_the_side() {
        assertThat(Sides.of("Hanrei’s trade minister, Kaneda Shiori,", Set.of("Kaneda Shiori")))
                .containsEntry("hanrei", 2);
    }

    @Test
    void a_known_countrys_adjective_is_its_name() {
        assertThat(Sides.of("French President", Set.of())).containsEntry("france", 2);
        assertThat(Sides.of("Kremlin spokesman Dmitry Peskov", Set.of("Dmitry Peskov")))
                .containsEntry("russia", 2);
    }

    @Test
    void a_name_that_begins_with_a_side_is_a_name_of_its_own() {
        assertThat(Sides.of("director of the Aldermere Steel Federation", Set.of("Konrad Wyszomir")))
                .doesNotContainKey("aldermere")
                .containsKey("aldermere steel federation");
        assertThat(Sides.of("Aldermere Trade Secretary Philippa Marsh", Set.of("Philippa Marsh")))
                .containsKey("aldermere");
    }

    @Test
    void an_office_without_a_name_shows_no_side() {
        assertThat(Sides.of("Prime Minister Nabil al-Harouni", Set.of("Nabil al-Harouni"))
                        .keySet())
                .allMatch(side -> side.contains("prime"));
    }

    @Test
    void a_persons_own_name_is_no_side() {
        assertThat(Sides.of("Ode Kallur", Set.of("Ode Kallur"))).isEmpty();
    }

    @Test
    void where_somebody_is_sent_is_not_their_side() {
        assertThat(Sides.of("special envoy for Ukraine Keith Marn", Set.of("Keith Marn")))
                .doesNotContainKey("ukraine");
        assertThat(Sides.of("Sella Marn of the Northern Compact", Set.of("Sella Marn")))
                .containsKey("northern compact");
    }

    @Test
    void people_whose_first_names_begin_differently_are_not_asked_about() {
        assertThat(SameActors.mayBeOne("Volodar Petrensky", "V. Petrensky")).isTrue();
        assertThat(SameActors.mayBeOne("Anton Petrensky", "Volodar Petrensky")).isFalse();
    }
}

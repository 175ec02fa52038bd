package org.parley.events.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.Speaker.Kind;

class ActorKeyTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "PERSON, Volodymyr Zelensky, Volodymyr Zelenskyy",
        "PERSON, Donald Trump, Donald J. Trump",
        "PERSON, Dragomir Toleš, Dragomir Toles",
        "PERSON, Sergei Lavrov's, Sergei Lavrov",
        "ORGANISATION, The Northern Compact, Northern Compact",
        "ORGANISATION, NATO, NATO",
        "STATE, Velmara, Velmara",
    })
    void one_name_in_two_articles_is_one_actor(Kind kind, String one, String other) {
        assertThat(ActorKey.of(kind, one, ONE)).isEqualTo(ActorKey.of(kind, other, OTHER));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, Zelensky",
        "PERSON, al-Harouni",
        "PERSON, Marsh-Adeleke",
        "PERSON, van der Berg",
        "GROUP, two diplomats",
        "ORGANISATION, Foreign Ministry",
        "ORGANISATION, the rebels",
    })
    void a_name_that_tells_nobody_apart_means_somebody_of_its_article(Kind kind, String name) {
        assertThat(ActorKey.of(kind, name, ONE)).isEqualTo(ActorKey.of(kind, name, ONE));
        assertThat(ActorKey.of(kind, name, ONE)).isNotEqualTo(ActorKey.of(kind, name, OTHER));
    }

    @Test
    void two_people_with_one_surname_stay_two() {
        assertThat(ActorKey.of(Kind.PERSON, "Nabil Harouni", ONE))
                .isNotEqualTo(ActorKey.of(Kind.PERSON, "Leila Harouni", ONE));
    }

    @Test
    void one_name_of_two_kinds_is_two_actors() {
        assertThat(ActorKey.of(Kind.PERSON, "Al Jazeera", ONE))
                .isNotEqualTo(ActorKey.of(Kind.ORGANISATION, "Al Jazeera", ONE));
    }
}

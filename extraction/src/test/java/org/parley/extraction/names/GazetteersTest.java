package org.parley.extraction.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GazetteersTest {

    private static final Gazetteers LISTS = Gazetteers.load();

    @Test
    void a_country_is_found_by_name_capital_people_and_seat() {
        assertThat(LISTS.country("Ukraine")).get().extracting(CountryWord::kind).isEqualTo(CountryWord.Kind.NAME);
        assertThat(LISTS.country("Warsaw")).get().satisfies(w -> {
            assertThat(w.country().iso2()).isEqualTo("PL");
            assertThat(w.kind()).isEqualTo(CountryWord.Kind.CAPITAL);
        });
        assertThat(LISTS.country("French"))
                .get()
                .extracting(w -> w.country().name())
                .isEqualTo("France");
        assertThat(LISTS.country("Kremlin"))
                .get()
                .extracting(w -> w.country().iso2(), CountryWord::kind)
                .containsExactly("RU", CountryWord.Kind.METONYM);
        assertThat(LISTS.country("Lusande")).isEmpty();
    }

    @Test
    void first_names_tell_a_gender_only_where_they_clearly_do() {
        assertThat(LISTS.gender("Andriy")).isEqualTo(Gender.MALE);
        assertThat(LISTS.gender("Ursula")).isEqualTo(Gender.FEMALE);
        assertThat(LISTS.gender("Jordan")).isEqualTo(Gender.UNKNOWN);
        assertThat(LISTS.isFirstName("Jordan")).isTrue();
        assertThat(LISTS.isFirstName("Ceasefire")).isFalse();
        assertThat(LISTS.gender("Ceasefire")).isEqualTo(Gender.UNKNOWN);
    }

    @Test
    void titles_have_a_kind_in_any_case() {
        assertThat(LISTS.titleKind("Foreign Minister")).contains("minister");
        assertThat(LISTS.titleKind("spokeswoman")).contains("spokesperson");
        assertThat(LISTS.titleKind("banana")).isEmpty();
    }

    @Test
    void outlets_are_found_by_their_other_names() {
        assertThat(LISTS.outlet("AFP")).contains(new Outlet("Agence France-Presse", "agency"));
        assertThat(LISTS.outlet("Reuters")).isPresent();
        assertThat(LISTS.outlet("Roe")).isEmpty();
    }
}

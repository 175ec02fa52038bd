package org.parley.extraction.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;

/** When, where, how and to whom: in the saying's sentence, before it, and nowhere. Published on Thursday, 4 March 2027. */
class DetailsTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Anna Brekke said Tuesday the mill would close.                      | 2027-03-02 | RELATIVE
            Anna Brekke said on Tuesday that the mill would close.              | 2027-03-02 | RELATIVE
            On Tuesday of last week Anna Brekke said the mill would close.      | 2027-02-23 | RELATIVE
            Anna Brekke said on February 3 that the mill would close.           | 2027-02-03 | YEAR_INFERRED
            Anna Brekke said on 3 February 2026 that the mill would close.      | 2026-02-03 | EXPLICIT
            Anna Brekke said three days ago that the mill would close.          | 2027-03-01 | RELATIVE
            Anna Brekke said that the mill, sold on Monday, would close.        |            | UNKNOWN
            Anna Brekke told the Harbour Today that the mill would close.       |            | UNKNOWN
            """)
    void the_day_is_the_sayings_own(String sentence, LocalDate day, Basis basis) {
        ExtractedStatement found = extract(sentence).get(0);
        assertThat(found.statedOn().date()).isEqualTo(day);
        assertThat(found.statedOn().basis()).isEqualTo(basis);
    }

    @Test
    void a_day_is_counted_from_the_one_told_before() {
        List<ExtractedStatement> found = extract(
                "Anna Brekke said on Monday that the mill would close. "
                        + "A day later, Olav Sund said that it would not. A week earlier, Olav Sund had said that nobody knew.");
        assertThat(found)
                .extracting(s -> s.statedOn().date())
                .containsExactly(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 2), LocalDate.of(2027, 2, 22));
    }

    @Test
    void the_day_holds_on_for_the_same_speaker_but_not_for_what_had_been_said_before() {
        List<ExtractedStatement> found = extract("Anna Brekke said on Tuesday that the mill would close.\n\n"
                + "The valley has lost three mills in ten years.\n\nThe roof was beyond repair, Brekke said. "
                + "She had promised that it would last.");
        assertThat(found).hasSize(3);
        assertThat(found.get(1).statedOn().date()).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThat(found.get(1).statedOn().basis()).isEqualTo(Basis.INHERITED);
        assertThat(found.get(2).statedOn().date()).isNull();
    }

    @Test
    void the_day_of_the_news_is_concluded_for_others_and_says_so() {
        List<ExtractedStatement> found = extract("The mill burned down on Wednesday after a lightning strike.\n\n"
                + "Olav Sund said the roof had been of straw. Two firemen said the pump had frozen.");
        assertThat(found)
                .extracting(s -> s.statedOn().date() + " " + s.statedOn().basis())
                .containsExactly("2027-03-03 INHERITED", "2027-03-03 INFERRED");
    }

    @Test
    void a_scene_gives_day_place_and_means_to_what_is_said_in_it() {
        List<ExtractedStatement> found = extract("Anna Brekke gave an interview to the Elm Courier on Tuesday. "
                + "She said that the mill would close.");
        assertThat(found).singleElement().satisfies(s -> {
            assertThat(s.statedOn().date()).isEqualTo(LocalDate.of(2027, 3, 2));
            assertThat(s.channel().kind()).isEqualTo(Channel.Kind.INTERVIEW);
            assertThat(s.channel().detail().basis()).isEqualTo(Basis.INHERITED);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Anna Brekke told reporters in Oslo that the mill would close.             | PRESS       | Oslo
            In a televised address, Anna Brekke said that the mill would close.       | ADDRESS     |
            Anna Brekke wrote on Facebook that the mill would close.                  | SOCIAL_POST |
            Anna Brekke told the Elm Courier that the mill would close.               | PRESS       |
            Anna Brekke told our correspondent that the mill would close.             | PRESS       |
            Anna Brekke, speaking to the Bergen news agency, said the mill would close. | PRESS     |
            In a letter to shareholders, Anna Brekke said that the mill would close.  | OTHER       |
            During a visit to Norway, Anna Brekke said that the mill would close.     |             | Norway
            Anna Brekke said that the mill would close.                               |             |
            """)
    void means_and_place_stand_beside_the_saying(String sentence, Channel.Kind kind, String place) {
        ExtractedStatement found = extract(sentence).get(0);
        assertThat(found.channel() == null ? null : found.channel().kind()).isEqualTo(kind);
        assertThat(found.place() == null ? null : found.place().value()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Brekke gave the owners until March 20 to answer. Brekke ruled out a strike.",
                "Anna Brekke set the owners a deadline of March 9. \"One mill at a time,\" she said."
            })
    void a_day_that_lies_ahead_is_not_the_one_it_was_said_on(String text) {
        assertThat(extract(text))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.statedOn().date() == null
                                || !s.statedOn().date().isAfter(LocalDate.of(2027, 3, 5)))
                        .isTrue());
    }

    @Test
    void in_this_town_means_the_town_of_the_dateline() {
        ExtractedStatement found = extract("ELVERUM, Norway (NB) -- Anna Brekke told reporters in this river town that "
                        + "the mill would close.")
                .get(0);
        assertThat(found.place().value()).isEqualTo("ELVERUM");
        assertThat(found.place().basis()).isEqualTo(Basis.INHERITED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Anna Brekke assured the villagers that the mill would stay.            | the villagers
            Anna Brekke ordered her foreman, Olav Sund, to close the mill.         | her foreman, Olav Sund
            Anna Brekke told reporters that the mill would stay.                   |
            """)
    void whom_it_was_said_to_is_never_the_press(String sentence, String addressee) {
        ExtractedStatement found = extract(sentence).get(0);
        assertThat(found.addressee() == null ? null : found.addressee().value()).isEqualTo(addressee);
    }

    private static List<ExtractedStatement> extract(String text) {
        return engine.extract(new ArticleText(text, null, LocalDate.of(2027, 3, 4), "en"))
                .statements();
    }
}

package org.parley.extraction.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;

/** Who is quoted by whom, several sayings in one sentence, and sayings with much around them. Text | speaker | content. */
class RelayedAndRowsTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The Elm Courier quoted Petra Holm as saying that the lamp would stay.              | Petra Holm | the lamp would stay
            “The lamp stays,” the Elm Courier quoted the mayor as saying on Friday.            | mayor      | “The lamp stays,”
            “The lamp stays,” Petra Holm was quoted as saying by the Elm Courier.              | Petra Holm | “The lamp stays,”
            “With oil, the lamp will burn for years,” concluded Olav Sund, cited by the Tide.  | Olav Sund  | “With oil, the lamp will burn for years,”
            """)
    void who_is_quoted_speaks_and_who_quotes_only_passes_it_on(String text, String speaker, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> {
                    assertThat(content(s, text)).isEqualTo(content);
                    assertThat(s.speakers())
                            .extracting(Speaker::name)
                            .singleElement()
                            .isEqualTo(speaker);
                    assertThat(s.via()).isNotNull();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The ferry company has said that it lost money in spring, and predicted that it would be rich by autumn. | ferry company | it lost money in spring                | it would be rich by autumn
            “There is much to mend,” Petra Holm said, adding that “the new lamp is bolder because it must be.”     | Petra Holm    | “There is much to mend,”               | “the new lamp is bolder because it must be.”
            The harbour board says that all boats are to be counted; it noted that the rocks were loose.           | harbour board | all boats are to be counted            | the rocks were loose
            Petra Holm called the lamp "steady," though she added that nobody would be let up the stairs.          | Petra Holm    | the lamp "steady,"                     | nobody would be let up the stairs
            “Fares go up,” Petra Holm told the Courier. “A cap stays.”                                            | Petra Holm    | “Fares go up,” “A cap stays.”          |
            """)
    void each_saying_of_a_row_has_its_own_words(String text, String speaker, String first, String second) {
        List<ExtractedStatement> found = engine.extract(ArticleText.of(text)).statements();
        assertThat(found.stream().map(s -> content(s, text)))
                .containsExactlyElementsOf(second == null ? List.of(first) : List.of(first, second));
        assertThat(found)
                .allSatisfy(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsAnyOf(speaker));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm met the crew. She would take the job otherwise, she told our reporter in Elm, even if the oil was gone. | She would take the job otherwise even if the oil was gone
            If the wind turns, Petra Holm suggested, nobody will sail.                                     | If the wind turns nobody will sail
            Whether the tower stands, Petra Holm said, depends on the oil.                                 | Whether the tower stands depends on the oil
            The tower is, in the words of Petra Holm, “a gift to gulls”.                                   | The tower is “a gift to gulls”
            The keeper will stay, Petra Holm wrote in the Courier on Monday, as long as the oil lasts.     | The keeper will stay as long as the oil lasts
            """)
    void a_saying_set_off_by_commas_may_tell_where_and_to_whom(String text, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> {
                    assertThat(content(s, text)).isEqualTo(content);
                    assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Petra Holm");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The Elm news agency reports that, at its height, the flood cost the town a million.                           | Elm news agency | at its height, the flood cost the town a million
            The keeper recalled that on Sunday he had offered to mend both lamps.                                         | keeper          | on Sunday he had offered to mend both lamps
            Petra Holm went on to say that should a builder pay for it himself, she did not object to the tower.          | Petra Holm      | should a builder pay for it himself, she did not object to the tower
            It is unclear whether the lamp can be kept, and sailors say that the tower may fall.                          | sailors         | the tower may fall
            Holm, along with senator Ann Orr from Westmark, called on the council to look into the flood.                 | Holm            | to look into the flood
            Petra Holm called on the owners to mend the tower.                                                            | Petra Holm      | to mend the tower
            The harbour board has called on both villages to stop the noise.                                              | harbour board   | to stop the noise
            Petra Holm appealed to the crew to stay on the tower.                                                         | Petra Holm      | to stay on the tower
            Petra Holm pleaded with her neighbours to keep the lamp.                                                      | Petra Holm      | to keep the lamp
            Petra Holm conceded to this paper that she would have liked more oil.                                         | Petra Holm      | she would have liked more oil
            Elmside Motors will pay 57 million crowns for a stake in the Lusandian plant Auto Karova, a Lusandian official said Friday. | Lusandian official | Elmside Motors will pay 57 million crowns for a stake in the Lusandian plant Auto Karova
            Chief lamp officer at Fort Mill Capital Group Charlie Brandt said: “The tower just fell over.”                | Charlie Brandt  | “The tower just fell over.”
            """)
    void contents_begin_and_end_with_what_is_said(String text, String speaker, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements()).anySatisfy(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).singleElement().isEqualTo(speaker);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Petra Holm vowed never to leave the tower.",
                "Petra Holm promised not to paint the tower.",
                "Petra Holm pledged never again to sit with them."
            })
    void a_promise_not_to_do_it_is_no_silence(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> assertThat(s.negated()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm did not rule out a second lamp.      | a second lamp
            The crew's union has not ruled out a strike.    | a strike
            The governor did not rule out a further delay.  | a further delay
            """)
    void what_is_not_ruled_out_is_hinted_at(String text, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> {
                    assertThat(content(s, text)).isEqualTo(content);
                    assertThat(s.act()).isEqualTo(SpeechAct.SIGNAL);
                    assertThat(s.negated()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Petra Holm said she hoped the lamp would burn all night.",
                "Olav Sund told the crew he believed that the tower was safe.",
                "Petra Holm added that she feared the winter would be long."
            })
    void to_say_that_one_hopes_is_one_statement(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements()).hasSize(1);
    }

    /** Who is asked may answer; a speaker who was last heard in another paragraph is not "he". */
    @Test
    void a_group_between_does_not_bring_an_earlier_speaker_near() {
        String text =
                "Prosecutor Mark Teller said the boat was lost. Olav Sund kept the lamp for years, and Olav Sund owned it.\n\n"
                        + "Sailors pleaded with Olav Sund to mend it, but he said it was too late.";
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .last()
                .satisfies(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Olav Sund"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The union says yes to the lamp; the board says no.
            The union did not sign; the board did.
            """)
    void two_sentences_in_one_do_not_tell_each_other(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .noneSatisfy(s -> assertThat(content(s, text)).containsAnyOf("union", "board"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The tower, in Petra Holm's view, is a ruin.     | Petra Holm | The tower is a ruin
            “We tried,” Olav Sund fumed.                    | Olav Sund  | “We tried,”
            Petra Holm brushed aside the complaint.         | Petra Holm | the complaint
            Olav Sund played down the gap between the two.  | Olav Sund  | the gap between the two
            """)
    void views_and_rarer_words_of_saying(String text, String speaker, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> {
                    assertThat(content(s, text)).isEqualTo(content);
                    assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The so-called "lamp council" met in Elm.
            The keeper met the complaint "with a shrug" and left.
            """)
    void names_and_manners_in_marks_are_nobodys_words(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements()).isEmpty();
    }

    private static String content(ExtractedStatement statement, String text) {
        return statement.content().stream().map(span -> span.of(text)).collect(Collectors.joining(" "));
    }
}

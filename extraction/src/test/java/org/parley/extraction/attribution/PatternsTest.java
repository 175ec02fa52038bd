package org.parley.extraction.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;

/** A table of cases for each way of telling that is not plain "said that". Text | speaker | content. */
class PatternsTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm's promise to repair the lighthouse pleased the harbour.            | Petra Holm | to repair the lighthouse
            Petra Holm's description of the lighthouse as a ruin angered the harbour.     | Petra Holm | the lighthouse as a ruin
            The captain's warning that the rocks were loose came too late.                | captain    | the rocks were loose
            """)
    void a_noun_with_an_owner_carries_a_saying(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The harbour union's refusal to paint the lighthouse angered the town.    | harbour union | to paint the lighthouse
            Petra Holm's rejection of the new lamp was expected.                     | Petra Holm    | the new lamp
            Despite the mayor's opposition to the new lamp, work began.              | mayor         | the new lamp
            The council welcomed the captain's readiness to pay for the oil.         | captain       | to pay for the oil
            """)
    void a_refusal_or_readiness_tells_what_its_owner_will_not_or_will_do(String text, String speaker, String content) {
        assertThat(extract(text)).anySatisfy(s -> {
            assertThat(s.rule()).isEqualTo("nominal");
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The warning that the rocks were loose came too late.
            The lighthouse was a ruin.
            The promise to repair it was old.
            Petra Holm announced the names that would be cut into the stone.
            The refusal to paint the lighthouse was old.
            The horse's refusal to climb the rock amused the harbour.
            The letter regarding the lamp as a danger came too late.
            """)
    void a_noun_that_nobody_owns_and_what_the_writer_tells_are_no_statements(String text) {
        assertThat(extract(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The council was confident that the keeper would stay.     | council      | the keeper would stay
            Petra Holm remains convinced that the lamp can be mended. | Petra Holm   | the lamp can be mended
            """)
    void to_be_sure_or_worried_that_is_a_thought_told(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @Test
    void a_quotation_behind_what_somebody_floated_is_not_of_who_floated_it() {
        String text = "The 90-day fare freeze Odd Berg floated last week \"is off the menu,\" Petra Holm said.";

        assertThat(extract(text))
                .singleElement()
                .satisfies(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Petra Holm"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The lighthouse was described by Petra Holm as a ruin.               | Petra Holm | as a ruin
            Reporters were told by Petra Holm that the lighthouse would fall.   | Petra Holm | the lighthouse would fall
            """)
    void a_passive_names_its_speaker_behind_by(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm asked the owners for two more weeks.                             | Petra Holm | two more weeks
            Petra Holm urged patience.                                                  | Petra Holm | patience
            Petra Holm assured the people of the harbour that the lamp would burn.      | Petra Holm | the lamp would burn
            Petra Holm ordered the keeper, her cousin, to light the lamp.               | Petra Holm | to light the lamp
            """)
    void what_is_asked_for_and_who_is_asked_are_kept_apart(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm said the lamp was "a candle," a remark that nobody liked.                      | "a candle,"
            Petra Holm said the lamp was "a candle", which the keeper found unkind.                   | "a candle"
            Petra Holm said the lamp was "a candle," and has since declined to buy another.           | "a candle,"
            Petra Holm said that when it rains, the lamp goes out.                                    | when it rains, the lamp goes out
            """)
    void a_content_ends_where_the_writer_goes_on(String text, String end) {
        assertThat(extract(text))
                .singleElement()
                .satisfies(s -> assertThat(content(s, text)).endsWith(end));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm thanked her keeper, Olav Sund.                                        | Petra Holm      | her keeper, Olav Sund
            Petra Holm on Monday pitched a 90-day repair.                                    | Petra Holm      | a 90-day repair
            The former keeper, reached by telephone, said he had "nothing to add".           | former keeper   | he had "nothing to add"
            """)
    void further_deeds_of_speech_have_their_frames(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @Test
    void a_clause_without_that_may_stand_behind_a_day_and_ends_where_the_sentence_resumes() {
        String text = "Petra Holm, who had insisted last month she needed no lamp, said she had changed her mind.";
        assertThat(extract(text))
                .extracting(s -> content(s, text))
                .containsExactly("she needed no lamp", "she had changed her mind");
    }

    @Test
    void it_speaks_only_where_a_body_spoke_before() {
        List<ExtractedStatement> found =
                extract("The harbour office confirmed that the lamp was out. It denied that the lamp had been sold.");
        assertThat(found)
                .hasSize(2)
                .allSatisfy(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("harbour office"));
        assertThat(extract("The lamp was out. It denied that the sun was up.")).isEmpty();
    }

    @Test
    void who_mostly_asks_is_the_interviewer_by_whatever_name() {
        String paper = "Harbour Review: Will you light the lamp?\n\nPetra Holm: When the oil comes.\n\n"
                + "Harbour Review: The captains are not happy.\n\nPetra Holm: Captains never are.\n\n"
                + "Harbour Review: And the horn?\n\nPetra Holm: Would you blow it?";
        assertThat(extract(paper))
                .extracting(s -> content(s, paper))
                .containsExactly("When the oil comes.", "Captains never are.", "Would you blow it?");
        String quarrel =
                "Two keepers met on the pier on Monday and did not agree on much.\n\nPetra Holm: Who took the oil?\n\nAda Orr: Who broke the horn?\n\n"
                        + "Petra Holm: Who rang the bell?\n\nAda Orr: Who sleeps at noon?";
        assertThat(extract(quarrel)).hasSize(4);
    }

    @Test
    void in_an_interview_answers_are_the_answerers_and_questions_nobodys() {
        String letters =
                "Q: Will you light the lamp?\n\nA: When the oil comes.\n\nQ: And the horn?\n\nA: The horn is broken.";
        assertThat(extract(letters))
                .extracting(s -> content(s, letters))
                .containsExactly("When the oil comes.", "The horn is broken.");
        String names = "A keeper on oil and horns\n\nPetra Holm has kept the light for nine years.\n\n"
                + "Courier: Will you light the lamp?\n\nHolm: When the oil comes.\n\n"
                + "Courier: And the horn?\n\nHolm: The horn is broken.";
        assertThat(extract(names))
                .hasSize(2)
                .allSatisfy(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Petra Holm"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The fair went on all day. Petra Holm: no lamp without oil. The ferry left.           | Petra Holm     | no lamp without oil
            The captain spoke next. Mayor Greta Lindholm: the dam will hold.                     | Greta Lindholm | the dam will hold
            14:30: Petra Holm said the lamp was out.                                             | Petra Holm     | the lamp was out
            """)
    void a_ticker_gives_a_name_and_a_colon_or_the_hour_first(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @Test
    void a_place_or_a_note_before_a_colon_says_nothing() {
        assertThat(extract("The fair went on all day. Elm: a town of nine bridges. Note: prices are in crowns."))
                .isEmpty();
    }

    @Test
    void what_everybody_calls_a_thing_is_its_nickname() {
        assertThat(extract("Locals call the lighthouse ‘the candle’.")).isEmpty();
        assertThat(extract("Petra Holm called the lighthouse ‘a candle’.")).hasSize(1);
    }

    @Test
    void a_reported_clause_goes_on_in_the_list_below_it() {
        String text = "The storm passed over the harbour on the second night of the fair.\n"
                + "Two pilots say the repair rests on:\n- new glass\n- a taller mast\n\nThe fair will open again in May.";
        assertThat(extract(text)).singleElement().satisfies(s -> {
            assertThat(content(s, text)).startsWith("the repair rests on:").endsWith("- a taller mast");
            assertThat(s.speakers().get(0).name()).isEqualTo("Two pilots");
        });
    }

    @Test
    void a_denial_of_having_said_is_marked_and_the_words_denied_are_nobodys() {
        String text = "Petra Holm denied having told the owners that the lamp was out.";
        assertThat(extract(text)).singleElement().satisfies(s -> {
            assertThat(s.negated()).isTrue();
            assertThat(s.act()).isEqualTo(SpeechAct.DENY);
            assertThat(content(s, text)).startsWith("having told");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            One could imagine Petra Holm saying that the lamp was out.
            Petra Holm is expected to announce that the lamp was out.
            Petra Holm may say that the lamp is out.
            If Petra Holm says that the lamp is out, the ships will stay.
            Nobody said that the lamp was out.
            """)
    void what_may_will_or_could_be_said_is_no_statement(String text) {
        assertThat(extract(text)).isEmpty();
    }

    @Test
    void they_are_the_group_before_and_never_a_name() {
        List<ExtractedStatement> found =
                extract("The pilots met in the tavern on the quay. They said that the lamp was out.");
        assertThat(found)
                .singleElement()
                .satisfies(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("pilots"));
        assertThat(extract("They said that the lamp was out.").get(0).speakers())
                .isEmpty();
    }

    @Test
    void a_former_minister_is_not_the_minister() {
        List<ExtractedStatement> found = extract("Harbour Minister Petra Holm said that the lamp was out. "
                + "The former minister said that it burned. The minister said that it smoked.");
        assertThat(found)
                .extracting(s -> s.speakers().get(0).name())
                .containsExactly("Petra Holm", "former minister", "Petra Holm");
    }

    @Test
    void an_office_before_a_name_is_no_part_of_it() {
        List<ExtractedStatement> found = extract("Deputy Harbour Minister Petra Holm said that the lamp was out.");
        assertThat(found.get(0).speakers().get(0).name()).isEqualTo("Petra Holm");
    }

    private static void expect(String text, String speaker, String content) {
        assertThat(extract(text)).singleElement().satisfies(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    private static String content(ExtractedStatement statement, String text) {
        return statement.content().stream().map(c -> c.of(text)).collect(Collectors.joining(" / "));
    }

    private static List<ExtractedStatement> extract(String text) {
        return engine.extract(ArticleText.of(text)).statements();
    }
}

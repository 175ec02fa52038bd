package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table of cases for each family of rules. Sentence | speaker | content. */
class RulesTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Mayor Greta Lindholm said that the bridge would stay closed.                 | Greta Lindholm | the bridge would stay closed
                    Mayor Greta Lindholm said on Monday that the bridge would stay closed.       | Greta Lindholm | the bridge would stay closed
                    The ministry confirmed the ferry had been sold.                              | ministry       | the ferry had been sold
                    Lake fishermen warned that the catch was shrinking.                          | Lake fishermen | the catch was shrinking
                    Greta Lindholm told the Elm Courier that she would not run again.            | Greta Lindholm | she would not run again
                    """)
    void a_verb_of_saying_takes_a_clause(String sentence, String speaker, String content) {
        expect(sentence, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "The ice is thin," Greta Lindholm said.                                      | Greta Lindholm | "The ice is thin,"
                    "The ice is thin," said Greta Lindholm, the mayor of Elm.                    | Greta Lindholm | "The ice is thin,"
                    The bridge, Greta Lindholm said, is not safe.                                | Greta Lindholm | The bridge / is not safe
                    The bridge will open in May, Greta Lindholm said on Monday.                  | Greta Lindholm | The bridge will open in May
                    Greta Lindholm was blunt: "We are broke and tired."                          | Greta Lindholm | "We are broke and tired."
                    """)
    void a_saying_may_be_set_off_by_commas_or_a_colon(String sentence, String speaker, String content) {
        expect(sentence, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    According to two fishermen, the lake froze in one night.                     | two fishermen  | the lake froze in one night
                    The lake froze in one night, according to two fishermen.                     | two fishermen  | The lake froze in one night
                    Greta Lindholm described the ferry as a floating debt.                       | Greta Lindholm | the ferry as a floating debt
                    Greta Lindholm rejected the new timetable.                                   | Greta Lindholm | the new timetable
                    """)
    void phrases_and_objects_are_told_too(String sentence, String speaker, String content) {
        expect(sentence, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    If Greta Lindholm said that the bridge was safe, nobody would believe it.
                    Greta Lindholm would say that the bridge was safe.
                    The figures suggest that the lake is warmer.
                    The so-called "ferry war" has cost the town a lot of money.
                    It was said that the bridge was safe.
                    """)
    void what_nobody_said_is_no_statement(String sentence) {
        assertThat(extract(sentence)).filteredOn(s -> !s.negated()).isEmpty();
    }

    @Test
    void a_missing_statement_is_marked() {
        assertThat(extract("Greta Lindholm has yet to say whether she will run again."))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.negated()).isTrue();
                    assertThat(s.act()).isEqualTo(SpeechAct.ABSENCE);
                });
    }

    @Test
    void names_titles_and_pronouns_lead_to_the_full_name_and_role() {
        List<ExtractedStatement> found =
                extract("Osterland's foreign minister, Greta Lindholm, said that the road was open. "
                        + "She added that it would stay open. Ms. Lindholm warned that the ice was thin.");
        assertThat(found).hasSize(3).allSatisfy(s -> {
            assertThat(s.speakers().get(0).name()).isEqualTo("Greta Lindholm");
            assertThat(s.speakers().get(0).role()).contains("foreign minister");
        });
    }

    @Test
    void days_are_counted_from_the_publication() {
        String text = "Greta Lindholm said on Tuesday that the road was open.";
        Extraction found = engine.extract(new ArticleText(text, null, LocalDate.of(2027, 3, 4), "en"));
        StatedOn day = found.statements().get(0).statedOn();
        assertThat(day.date()).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThat(day.basis()).isEqualTo(Basis.RELATIVE);
        assertThat(extract(text).get(0).statedOn().date()).isNull();
    }

    @Test
    void proposals_carry_count_and_sponsor_and_are_linked() {
        String text =
                "Officials in Elm spoke of a Norwegian-backed 14-point plan. The plan was cut later, Greta Lindholm said.";
        List<ProposalMention> mentions = engine.extract(ArticleText.of(text)).mentions();
        assertThat(mentions).hasSize(2);
        assertThat(mentions.get(0).pointCount()).isEqualTo(14);
        assertThat(mentions.get(0).sponsor()).isEqualTo("Norway");
        assertThat(mentions.get(1).group()).isEqualTo(mentions.get(0).group());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Greta Lindholm said that the ice was a danger.                 | EVALUATE
                    Greta Lindholm said that she would sell the ferry.             | PROMISE
                    Greta Lindholm said that she would not sell the ferry.         | REJECT
                    Greta Lindholm said that the owners must sell the ferry.       | DEMAND
                    Greta Lindholm said that the lake froze in one night.          | ASSERT
                    Greta Lindholm warned that the ice was a danger.               | WARN
                    Greta Lindholm urged the owners to sell the ferry.             | ASK
                    Greta Lindholm appealed to the owners to sell the ferry.       | ASK
                    Greta Lindholm called on the owners to sell the ferry.         | DEMAND
                    Greta Lindholm thinks the ice is thin.                         | EVALUATE
                    Greta Lindholm thinks the ice will melt in May.                | PREDICT
                    Greta Lindholm doubts that the ice will hold.                  | EVALUATE
                    Greta Lindholm said she expected a verdict by June.            | PREDICT
                    Greta Lindholm promised that it would rain.                    | PREDICT
                    Greta Lindholm said that the bill was "a lid on an empty pot". | EVALUATE
                    Greta Lindholm described the winter as "a long corridor".      | EVALUATE
                    "A fence keeps nobody dry," Greta Lindholm said.               | EVALUATE
                    "One buys no boat in winter," Greta Lindholm said.             | EVALUATE
                    "The ferry sails at nine," Greta Lindholm said.                | ASSERT
                    "Two ferries sail at nine," Greta Lindholm said.               | ASSERT
                    Greta Lindholm ruled out a second ferry.                       | REJECT
                    "We have rejected nothing," Greta Lindholm said.               | DENY
                    Greta Lindholm said that she had not sold the ferry.           | ASSERT
                    Greta Lindholm told them her office had not turned it down.    | DENY
                    Greta Lindholm vowed never to sign the 7-point ferry plan.     | REJECT
                    Greta Lindholm promised not to sign the 7-point ferry plan.    | REJECT
                    Greta Lindholm said that the 7-point ferry plan was off the table. | REJECT
                    Greta Lindholm said that the 7-point ferry plan was fair.      | EVALUATE
                    "No," Greta Lindholm said of the 7-point ferry plan.           | REJECT
                    Norway's foreign minister Greta Lindholm said Norway would not reopen the harbour. | REJECT
                    Norway's foreign minister Greta Lindholm said Norway will not sell the ferry.      | REJECT
                    """)
    void the_act_is_told_by_the_cue_and_where_that_is_plain_by_the_clause(String sentence, SpeechAct act) {
        assertThat(extract(sentence))
                .singleElement()
                .satisfies(s -> assertThat(s.act()).isEqualTo(act));
    }

    private static void expect(String sentence, String speaker, String content) {
        assertThat(extract(sentence)).singleElement().satisfies(s -> {
            assertThat(s.content().stream().map(c -> c.of(sentence)).collect(Collectors.joining(" / ")))
                    .isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    private static List<ExtractedStatement> extract(String text) {
        return engine.extract(ArticleText.of(text)).statements();
    }
}

package org.parley.extraction.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.StanceValue;

/** For, against, on conditions, in part, or not said: by the words, never by what the side is known to think. */
class StancesTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mayor Rosa Lund welcomed the 7-point ferry plan.                                      | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was fair.                            | SUPPORT
            Mayor Rosa Lund said that she would sign the 7-point ferry plan.                      | SUPPORT
            Mayor Rosa Lund rejected the 7-point ferry plan.                                      | OPPOSE
            Mayor Rosa Lund said that she would never accept the 7-point ferry plan.              | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was unacceptable.                    | OPPOSE
            Mayor Rosa Lund said that she doubted the 7-point ferry plan would work.              | SCEPTICAL
            Mayor Rosa Lund said that she would accept parts of the 7-point ferry plan.           | PARTIAL_ACCEPTANCE
            Mayor Rosa Lund said that the 7-point ferry plan could be a basis for talks.          | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that she would sign the 7-point ferry plan if the fares stayed.  | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan must keep the night boat.            | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was good progress although she would not yield on fares. | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that she would not reopen the 7-point ferry plan.                | SUPPORT
            Mayor Rosa Lund called the 7-point ferry plan a cornerstone.                          | CONDITIONAL_SUPPORT
            Mayor Rosa Lund dismissed the 7-point ferry plan as a postcard.                       | OPPOSE
            Mayor Rosa Lund rejected the 7-point ferry plan as two boats too few.                 | OPPOSE
            Mayor Rosa Lund denounced the 7-point ferry plan as a postcard.                       | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was off the table.                   | OPPOSE
            Mayor Rosa Lund called the 7-point ferry plan a fig leaf.                             | SCEPTICAL
            Mayor Rosa Lund said that she was studying the 7-point ferry plan.                    | NO_PUBLIC_COMMITMENT
            "We will read the 7-point ferry plan and then we will answer," Mayor Rosa Lund said.  | NO_PUBLIC_COMMITMENT
            Reporters asked about the 7-point ferry plan. Mayor Rosa Lund doubts it will work.      | SCEPTICAL
            Mayor Rosa Lund said that the 7-point ferry plan was a win-win.                        | SUPPORT
            Mayor Rosa Lund said that she stood behind the 7-point ferry plan.                    | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was untenable.                       | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was a recipe for chaos.              | OPPOSE
            Mayor Rosa Lund said that she had misgivings about the 7-point ferry plan.            | SCEPTICAL
            Mayor Rosa Lund said that she would sign the 7-point ferry plan in return for a boat. | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that she would accept the bulk of the 7-point ferry plan.        | PARTIAL_ACCEPTANCE
            Mayor Rosa Lund has yet to say whether she will sign the 7-point ferry plan.          | NO_PUBLIC_COMMITMENT
            Mayor Rosa Lund said that she had rejected nothing in the 7-point ferry plan.         | NO_PUBLIC_COMMITMENT
            Mayor Rosa Lund said that she would withdraw from the 7-point ferry plan if the fares rose. | CONDITIONAL_SUPPORT
            Mayor Rosa Lund described the 7-point ferry plan as a boat that one can sail.         | CONDITIONAL_SUPPORT
            Mayor Rosa Lund called the 7-point ferry plan a bridge to the island.                 | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was a cage.                          | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was a mirage.                        | SCEPTICAL
            Mayor Rosa Lund complained that the 7-point ferry plan had nine pages.                | SCEPTICAL
            Mayor Rosa Lund warned that the 7-point ferry plan would empty the island.            | SCEPTICAL
            President Rosa Lund said Osterland would sign the 7-point ferry plan.                 | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan would preserve the school.           | SUPPORT
            Envoys spoke of the 7-point ferry plan. Mayor Rosa Lund threatened to leave the talks. | OPPOSE
            Mayor Rosa Lund said she would put her name to the 7-point ferry plan.                | SUPPORT
            Mayor Rosa Lund said that she had not said no to the 7-point ferry plan.              | NO_PUBLIC_COMMITMENT
            Mayor Rosa Lund said that she would not be rushed into the 7-point ferry plan.        | NO_PUBLIC_COMMITMENT
            Mayor Rosa Lund praised the seven points as fair.                                     | SUPPORT
            Envoys spoke of the 7-point ferry plan. Mayor Rosa Lund complained that fares were never named. | SCEPTICAL
            Mayor Rosa Lund defended the 7-point ferry plan as balanced.                          | SUPPORT
            Mayor Rosa Lund said that her side would walk away from the 7-point ferry plan if the fares rose. | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan "opens doors".                       | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan cuts our wages.                      | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan cripples the islands.                | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan overlooks the winter.                | SCEPTICAL
            Mayor Rosa Lund doubts that the 7-point ferry plan will protect the islands.          | SCEPTICAL
            Mayor Rosa Lund said that the 7-point ferry plan was far from fair.                   | OPPOSE
            Mayor Rosa Lund said that she would refuse to sign the 7-point ferry plan.            | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan should be adopted.                   | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan must not be ratified.                | OPPOSE
            Mayor Rosa Lund said that she wanted both villages to sign the 7-point ferry plan.    | SUPPORT
            Mayor Rosa Lund said that there was no need for the 7-point ferry plan.               | OPPOSE
            Mayor Rosa Lund said that three of the points of the 7-point ferry plan were acceptable. | PARTIAL_ACCEPTANCE
            Mayor Rosa Lund welcomed the clause on fares in the 7-point ferry plan.               | PARTIAL_ACCEPTANCE
            President Rosa Lund said Osterland would sign the 7-point ferry plan, dropping its objections. | SUPPORT
            Mayor Rosa Lund said that she would sue over the 7-point ferry plan.                  | OPPOSE
            Reporters asked about the 7-point ferry plan. Mayor Rosa Lund said her party would vote it down. | OPPOSE
            Mayor Rosa Lund called the 7-point ferry plan a modest start.                         | CONDITIONAL_SUPPORT
            Premier Rosa Lund said the government would ratify the 7-point ferry plan.            | SUPPORT
            Mayor Rosa Lund said that she would put her name to the 7-point ferry plan.           | SUPPORT
            Mayor Rosa Lund said that she had no objection to the 7-point ferry plan.             | SUPPORT
            Mayor Rosa Lund said that she would throw her weight behind the 7-point ferry plan.   | SUPPORT
            Mayor Rosa Lund said that turning the 7-point ferry plan down would be madness.       | SUPPORT
            Mayor Rosa Lund said that she would have nothing to do with the 7-point ferry plan.   | OPPOSE
            Mayor Rosa Lund said that no harbour board could accept the 7-point ferry plan.       | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan made no sense.                       | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was full of holes.                   | SCEPTICAL
            Mayor Rosa Lund said that the 7-point ferry plan did not go far enough.               | SCEPTICAL
            Mayor Rosa Lund said that she would not sign the 7-point ferry plan unless fares fell. | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan needed a deadline.                   | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was a decent place to start.         | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that she would withdraw her objections to the 7-point ferry plan. | SUPPORT
            "The 7-point ferry plan is not ideal, but we will sign it," Mayor Rosa Lund said.      | SUPPORT
            Mayor Rosa Lund asked shopkeepers to back the 7-point ferry plan.                     | SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan should be scrapped.                  | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan was propaganda.                      | OPPOSE
            Mayor Rosa Lund called the 7-point ferry plan a minefield.                            | OPPOSE
            Mayor Rosa Lund said that the 7-point ferry plan would fail.                          | SCEPTICAL
            Mayor Rosa Lund said that she had little faith in the 7-point ferry plan.             | SCEPTICAL
            Mayor Rosa Lund called for changes to the 7-point ferry plan.                         | CONDITIONAL_SUPPORT
            Mayor Rosa Lund said that the 7-point ferry plan was fine except for the fares.       | PARTIAL_ACCEPTANCE
            Mayor Rosa Lund said that it was too early to speak of the 7-point ferry plan.        | NO_PUBLIC_COMMITMENT
            """)
    void the_words_take_a_side(String sentence, StanceValue expected) {
        assertThat(stances(sentence)).containsOnly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mayor Rosa Lund said that the 7-point ferry plan had nine pages.
            Mayor Rosa Lund said that the fishermen had rejected the 7-point ferry plan.
            The Elm Courier reported that the 7-point ferry plan was unacceptable to the fishermen.
            Mayor Rosa Lund said that she would not speak of fares in the 7-point ferry plan.
            Mayor Rosa Lund said that the 7-point ferry plan was acceptable to the fishermen.
            Mayor Rosa Lund said that the fishermen were studying the 7-point ferry plan.
            Mayor Rosa Lund said that the fishermen would not reopen the 7-point ferry plan.
            Mayor Rosa Lund denied that she had rejected the 7-point ferry plan.
            Mayor Rosa Lund said that the 7-point ferry plan leaves the bridge to the island closed.
            Mayor Rosa Lund said that the 7-point ferry plan names two doors of the harbour office.
            Mayor Rosa Lund said that guards protect the boats of the 7-point ferry plan.
            Mayor Rosa Lund asked whether the 7-point ferry plan would help the islands.
            Mayor Rosa Lund said that she read the 7-point ferry plan in bed.
            Opposition leader Rosa Lund said the government would ratify the 7-point ferry plan.
            Mayor Rosa Lund rejected suggestions that the 7-point ferry plan was written in Elm.
            Mayor Rosa Lund dismissed claims that the 7-point ferry plan was dead.
            Mayor Rosa Lund dismissed criticism of the 7-point ferry plan.
            """)
    void where_the_words_take_none_none_is_guessed(String sentence) {
        assertThat(stances(sentence)).isEmpty();
    }

    @Test
    void a_pronoun_stands_for_the_proposal_before_it() {
        assertThat(stances("The council put forward a 7-point ferry plan. \"It is a disgrace,\" Mayor Rosa Lund said."))
                .endsWith(StanceValue.OPPOSE);
    }

    @Test
    void a_speaker_who_goes_on_judging_judges_the_same_thing() {
        assertThat(stances("Mayor Rosa Lund said that the 7-point ferry plan had nine pages. "
                        + "She added that the tone was insulting."))
                .containsExactly(StanceValue.OPPOSE);
    }

    @Test
    void a_proposal_told_right_before_is_what_is_judged_but_not_one_that_somebody_else_brought_up() {
        assertThat(
                        stances(
                                "Reporters asked about the 7-point ferry plan. Mayor Rosa Lund said the fares were unacceptable."))
                .containsExactly(StanceValue.OPPOSE);
        assertThat(stances("Captain Odd Berg said that the 7-point ferry plan had nine pages. "
                        + "Mayor Rosa Lund said the weather was disastrous."))
                .isEmpty();
    }

    @Test
    void what_is_withheld_and_a_share_are_of_the_only_proposal_spoken_of() {
        String told = "Reporters asked about the 7-point ferry plan.\n\n";
        assertThat(stances(told + "Mayor Rosa Lund threatened to withhold her consent."))
                .containsExactly(StanceValue.OPPOSE);
        assertThat(stances(told + "Mayor Rosa Lund said that 9 percent was an insult."))
                .containsExactly(StanceValue.OPPOSE);
    }

    @Test
    void near_the_only_proposal_spoken_of_a_judgement_is_of_it() {
        assertThat(stances("The council put forward a 7-point ferry plan. The 7-point ferry plan has nine pages.\n\n"
                        + "Mayor Rosa Lund said the cost was unacceptable."))
                .endsWith(StanceValue.OPPOSE);
    }

    @Test
    void who_makes_a_demand_or_offer_stands_by_it_and_who_drafts_a_plan_by_what_he_asks_for_it() {
        assertThat(stances("Osterland published nine conditions on Monday. "
                        + "Petra Holm, Osterland's foreign minister, said the conditions had nine lines."))
                .containsExactly(StanceValue.SUPPORT);
        assertThat(stances("Osterland published nine conditions on Monday. "
                        + "Odd Berg, Norland's foreign minister, said the conditions had nine lines."))
                .isEmpty();
        assertThat(stances("Osterland presented a 7-point ferry plan on Monday. "
                        + "Petra Holm, Osterland's foreign minister, said the plan had nine pages."))
                .isEmpty();
    }

    @Test
    void who_has_a_list_of_demands_and_says_what_must_be_speaks_of_that_list_and_names_a_point_of_it() {
        String text = "Osterland published nine conditions on Monday. The council has a 7-point ferry plan.\n\n"
                + "Petra Holm, Osterland's foreign minister, demanded that the night boats must sail.";

        assertThat(stances(text)).containsExactly(StanceValue.SUPPORT);
        assertThat(engine.extract(ArticleText.of(text)).proposals().stream()
                        .flatMap(p -> p.versions().stream())
                        .flatMap(v -> v.points().stream())
                        .map(p -> p.span().of(text)))
                .containsExactly("the night boats must sail");
    }

    @Test
    void a_bare_no_or_a_promise_to_sign_is_of_the_proposal_just_told() {
        assertThat(stances("The council put forward a 7-point ferry plan.\n\nMayor Rosa Lund was blunter: \"No.\""))
                .endsWith(StanceValue.OPPOSE);
        assertThat(stances("The council put forward a 7-point ferry plan.\n\nThe harbour was full.\n\n"
                        + "\"We will sign,\" Mayor Rosa Lund said."))
                .endsWith(StanceValue.SUPPORT);
    }

    @Test
    void who_speaks_of_a_provision_speaks_of_the_proposal() {
        assertThat(abouts("The 7-point ferry plan includes a rota for school boats.\n\nRain fell all week.\n\n"
                        + "Captain Odd Berg said the boats had been painted on Monday."))
                .isEqualTo(1);
        assertThat(abouts("The council has a new 7-point ferry plan.\n\n"
                        + "\"That change took an hour,\" Captain Odd Berg said."))
                .isEqualTo(1);
    }

    @Test
    void of_two_proposals_the_one_just_told_is_meant_where_grammar_does_not_tell_which() {
        String told = "The council has a 7-point ferry plan. The harbour published a 3-page school draft.\n\n"
                + "The draft came in nine copies.\n\nTeacher Ada Moss said nobody on the island would find a seat.";

        assertThat(engine.extract(ArticleText.of(told)).statements())
                .singleElement()
                .satisfies(s -> assertThat(s.about())
                        .extracting(a -> engine.extract(ArticleText.of(told))
                                .mentions()
                                .get(a.mention())
                                .head())
                        .containsExactly("draft"));
    }

    @Test
    void what_is_only_likely_to_be_of_a_proposal_takes_no_side_by_words_for_something_else() {
        assertThat(stances("The council has a new 7-point ferry plan.\n\nRain fell all week.\n\n"
                        + "Captain Odd Berg said the weather was disastrous and the pier unacceptable."))
                .isEmpty();
    }

    @Test
    void what_is_done_to_something_else_is_not_done_to_the_proposal_told_last() {
        assertThat(stances("The council has a new 7-point ferry plan.\n\nRain fell all week.\n\n"
                        + "Mayor Rosa Lund said she opposed the village school."))
                .isEmpty();
    }

    @Test
    void a_word_for_one_thing_names_it_again_without_an_article_that_points() {
        assertThat(stances("Captain Odd Berg floated a 90-day fare freeze.\n\nRain fell all week.\n\n"
                        + "Mayor Rosa Lund said that nobody needs a freeze and that a freeze would cripple the yard."))
                .endsWith(StanceValue.OPPOSE);
    }

    @Test
    void what_is_put_forward_is_a_proposal_and_its_maker_stands_by_it() {
        assertThat(stances("Rosa Lund proposed a pause of nine days. \"Nine days are short,\" she said."))
                .containsExactly(StanceValue.SUPPORT, StanceValue.SUPPORT);
    }

    @Test
    void the_makers_complaint_is_of_something_else() {
        assertThat(stances("Osterland published nine conditions on Monday. "
                        + "Petra Holm, Osterland's foreign minister, complained that the hall had been cold."))
                .isEmpty();
    }

    @Test
    void who_defends_the_step_and_who_threatens_or_was_left_out_speaks_of_the_proposal_just_told() {
        String told = "The council put forward a 7-point ferry plan.\n\n";

        assertThat(stances(told + "Mayor Rosa Lund defended the step: \"Boats rust.\""))
                .endsWith(StanceValue.SUPPORT);
        assertThat(stances(told + "The Dockers Guild promised strikes in the harbour."))
                .endsWith(StanceValue.OPPOSE);
        assertThat(stances(told + "Captain Odd Berg said his crews had been sidelined."))
                .endsWith(StanceValue.OPPOSE);
    }

    @Test
    void a_body_that_somebody_heads_or_is_of_does_what_they_say_it_does() {
        assertThat(stances("Odd Berg of the Elm Dockers' Guild spoke of the 7-point ferry plan. "
                        + "The guild accepts the timetable, Odd Berg said."))
                .endsWith(StanceValue.PARTIAL_ACCEPTANCE);
    }

    @Test
    void a_side_is_known_by_the_name_of_its_people_and_by_no_other_that_begins_alike() {
        String told = "%s published nine conditions on Monday. "
                + "Petra Holm, the %s foreign minister, said the conditions had nine lines.";

        assertThat(stances(told.formatted("Osterland", "Osterlandic"))).containsExactly(StanceValue.SUPPORT);
        assertThat(stances(told.formatted("Northmark", "Northern"))).isEmpty();
    }

    private static long abouts(String text) {
        return engine.extract(ArticleText.of(text)).statements().stream()
                .filter(s -> !s.about().isEmpty())
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mayor Rosa Lund said that the 7-point ferry plan would cut the crew to nine.",
                "Mayor Rosa Lund said that the 7-point ferry plan allows boats to land at night.",
                "Mayor Rosa Lund said that the 7-point ferry plan would keep the pier open until May.",
                "Mayor Rosa Lund doubts that the 7-point ferry plan will find a majority.",
                "Mayor Rosa Lund said that under the 7-point ferry plan fares would be frozen.",
                "Mayor Rosa Lund said the council was split over the 7-point ferry plan, with four members in favour.",
            })
    void what_a_proposal_provides_for_is_no_side_taken(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> assertThat(s.about())
                        .allSatisfy(about -> assertThat(about.stance()).isNull()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The 7-point ferry plan and the 3-point school plan were printed.\\n\\nMayor Rosa Lund said the sea was rough.         | 0
            Envoys spoke of the 7-point ferry plan and the plan was printed.\\n\\nMayor Rosa Lund said it explained itself.      | 1
            Envoys spoke of the 7-point ferry plan.\\n\\nMayor Rosa Lund said she had nothing to add.                          | 1
            """)
    void what_is_said_near_the_only_proposal_of_an_article_is_said_of_it(String text, int abouts) {
        assertThat(abouts(text.replace("\\n", "\n"))).isEqualTo(abouts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mayor Rosa Lund said she had not made up her mind.                                     | NO_PUBLIC_COMMITMENT
            Mayor Rosa Lund said that she would speak when there was something to say.             | NO_PUBLIC_COMMITMENT
            """)
    void where_the_rules_tell_no_side_what_was_learnt_may(String text, StanceValue side) {
        assertThat(stances("Reporters asked about the 7-point ferry plan.\n\n" + text))
                .containsExactly(side);
    }

    private static List<StanceValue> stances(String text) {
        return engine.extract(ArticleText.of(text)).statements().stream()
                .flatMap(s -> s.about().stream())
                .map(ExtractedStatement.About::stance)
                .filter(Objects::nonNull)
                .toList();
    }
}

package org.parley.extraction.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedPoint;
import org.parley.extraction.ExtractedPoint.Fate;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.Extraction;

/** What an article tells of proposals, on sentences with invented names. */
class ProposalFinderTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Mediators cut the draft ceasefire plan from 31 points to 17 on Friday.                        | 31,17
                    The new draft treaty has 9 articles, down from 14 in spring.                                  | 14,9
                    Ministers agreed on a shorter draft accord, trimming it to 8 articles from 13.                | 13,8
                    The 21-point peace plan angered Marrow. On Friday the plan was whittled down to 7 points.     | 21,7
                    The draft accord, still 12 articles long, was praised by the tariff board.                    | 12
                    A quota of 15 kilometers rather than 25 was set by the draft accord.                          | ``
                    """)
    void numbers_of_points_tell_versions_and_which_came_from_which(String text, String counts) {
        List<ExtractedVersion> versions = proposals(text).get(0).versions();

        assertThat(versions.stream()
                        .filter(v -> v.pointCount() != null)
                        .map(v -> v.pointCount().toString()))
                .containsExactly(counts.isEmpty() ? new String[0] : counts.split(","));
        if (counts.contains(",")) {
            assertThat(versions.get(1).previous()).isEqualTo(versions.get(0).group());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    The 11-point schedule was published on Monday. Residents welcomed the schedule.             | 2
                    Norland rejected the timetable on Monday. Residents welcomed the timetable.                 | 2
                    Envoys circulated a third draft of their water charter. Residents read the charter.         | 2
                    The cinema printed its schedule on Monday. Residents read the schedule.                     | 0
                    A charter flight left on Monday, and the crew checked the timetable.                        | 0
                    """)
    void some_nouns_name_a_proposal_only_where_the_article_treats_them_so(String text, int mentions) {
        assertThat(extract(text).mentions()).hasSize(mentions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    A plan to close the pier at night divides the harbour.                                    | A plan
                    The skippers answered with an offer of their own.                                         | an offer of their own
                    Mayor Rosa Lund praised the lobster accord.                                               | the lobster accord
                    Delegates read the mediators' bridging text.                                              | the mediators' bridging text
                    The senate debated the parking bill.                                                      | the parking bill
                    The electricity bill was paid on Monday.                                                  | ``
                    The islanders sent a counter-plan.                                                        | a counter-plan
                    The new charter was read on Monday.                                                       | The new charter
                    Residents spoke of the proposed tram depot. The depot was empty.                          | the proposed tram depot,The depot
                    A levy on candles was read out. Under the levy, shops would pay. The levy was unpopular. | the levy,The levy
                    The levy was paid on Monday. Residents spoke of the levy.                                 | ``
                    Envoys spoke of a peace plan. Under the levy, shops would pay.                            | a peace plan
                    """)
    void what_is_on_the_table_is_told_by_what_it_is_for_or_about_or_by_how_it_is_dealt_with(String text, String names) {
        assertThat(words(text)).containsAll(names.isEmpty() ? List.of() : List.of(names.split(",")));
        assertThat(words(text).isEmpty()).isEqualTo(names.isEmpty());
    }

    @Test
    void what_is_introduced_by_a_word_of_its_own_is_something_new() {
        assertThat(proposals(
                        "Envoys read the commission's peace plan. The operator made a 90-day transit contract public."))
                .hasSize(2);
        assertThat(proposals("Envoys read the commission's peace plan. The plan is a 90-day transit contract."))
                .hasSize(1);
    }

    @Test
    void original_and_revised_text_are_two_versions_and_a_bare_name_means_the_current_one() {
        String text =
                "Envoys presented a revised peace plan on Monday. The original 20-point plan was tabled by Osterland "
                        + "in May. Residents welcomed the plan.";
        Extraction found = extract(text);

        ExtractedProposal plan = found.proposals().get(0);
        assertThat(plan.sponsors()).containsExactly("Osterland");
        assertThat(plan.versions()).extracting(ExtractedVersion::pointCount).containsExactly(20, null);
        assertThat(found.mentions().get(2).group())
                .isEqualTo(found.mentions().get(0).group())
                .isNotEqualTo(found.mentions().get(1).group());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    The 11-point plan, which Osterland handed to both sides on March 2, was read aloud. | Osterland | 2027-03-02
                    Osterland proposed a 90-day tariff freeze on March 3.                               | Osterland | 2027-03-03
                    The 90-day tariff freeze Osterland floated on March 3 is gone.                      | Osterland | 2027-03-03
                    """)
    void who_made_it_and_when_is_told_by_the_verb(String text, String sponsor, LocalDate day) {
        ExtractedProposal proposal = proposals(text).get(0);

        assertThat(proposal.sponsors()).containsExactly(sponsor);
        assertThat(proposal.versions().get(0).datedOn()).isEqualTo(day);
    }

    @Test
    void two_sponsors_make_two_proposals_however_alike_the_words() {
        List<ExtractedProposal> both = proposals(
                "Osterland's peace plan was published on Monday. Marrow's peace plan was published on Tuesday.");

        assertThat(both).hasSize(2);
        assertThat(both).extracting(p -> p.sponsors().get(0)).containsExactly("Osterland", "Marrow");
    }

    @Test
    void an_answer_and_a_withdrawal_are_told_and_a_mere_possibility_is_not() {
        List<ExtractedProposal> told = proposals("Marrow answered the draft accord with a counter-offer of six items. "
                + "On Friday Osterland presented a 90-day tariff freeze. Osterland withdrew it on Sunday.");
        List<ExtractedProposal> possible =
                proposals("Osterland presented a 90-day tariff freeze. Osterland might withdraw it on Sunday.");

        ExtractedProposal counter = told.stream()
                .filter(p -> p.family().equals("terms"))
                .findFirst()
                .orElseThrow();
        assertThat(told.get(counter.respondsTo()).family()).isEqualTo("plan");
        assertThat(told.stream().filter(p -> p.withdrawn() != null).map(ExtractedProposal::withdrawnOn))
                .containsExactly(LocalDate.of(2027, 3, 7));
        assertThat(possible).allSatisfy(p -> assertThat(p.withdrawn()).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    The draft accord includes a ban on mines, an exchange of prisoners and a ferry for pilgrims. | a ban on mines; an exchange of prisoners; a ferry for pilgrims
                    The 12-point plan would have limited the fleet to nine ships.                                | would have limited the fleet to nine ships
                    Under the peace plan, the river would be patrolled by neutral boats, diplomats said.         | the river would be patrolled by neutral boats
                    The council has a 7-point ferry plan. The plan calls for a ban on night boats. | a ban on night boats
                    The council has a 7-point ferry plan. The plan would oblige the owners to pay a fee. | the owners to pay a fee
                    The council has a 7-point ferry plan. The plan would require every captain to carry a lamp. | every captain to carry a lamp
                    """)
    void points_are_what_a_text_is_said_to_hold(String text, String points) {
        assertThat(points(text).stream().map(point -> point.span().of(text)))
                .containsExactlyInAnyOrder(points.split("; "));
    }

    @Test
    void what_has_points_is_a_proposal_whatever_it_is_called() {
        String text = "The harbour board sent the mayors a 9-point rota on Monday. Nobody had read the rota by noon."
                + " The club has a 12-point lead, and the lead may grow.";

        assertThat(words(text)).containsExactly("a 9-point rota", "the rota");
        assertThat(proposals(text)).hasSize(1);
    }

    @Test
    void a_text_that_replaces_another_comes_from_it() {
        List<ExtractedVersion> versions = proposals(
                        "The council read a shorter plan. The 9-point timetable replaces a 13-point version sent out in May.")
                .get(0)
                .versions();

        assertThat(versions).extracting(ExtractedVersion::pointCount).containsExactly(13, 9);
        assertThat(versions.get(1).previous()).isEqualTo(versions.get(0).group());
    }

    @Test
    void a_number_or_an_ordinal_behind_or_before_tells_the_draft() {
        String text = "Osterland sent a 14-point draft in May. The third draft calls for a lock on the pier, which"
                + " draft two had not.";

        assertThat(words(text)).containsExactly("a 14-point draft", "The third draft", "draft");
        assertThat(proposals(text).get(0).versions())
                .extracting(ExtractedVersion::ordinal)
                .containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void a_bodys_text_is_no_partys_and_another_number_with_a_maker_or_a_name_of_its_own_is_another_text() {
        assertThat(proposals(
                        "The commission's draft has 11 points. Osterland's seven points were sent on Monday. Few in the hall"
                                + " liked the commission's second draft."))
                .hasSize(2);
        assertThat(proposals(
                        "The Elm River Commission sent a third draft, which has 12 points. The seven-point arrangement of"
                                + " Osterland was not sent."))
                .hasSize(2);
        assertThat(proposals("Marrow's prime minister read the 14-point plan. Then she read out her seven points."))
                .hasSize(2);
    }

    @Test
    void the_points_of_a_text_are_its_own_and_a_version_of_a_text_is_that_text() {
        String text = "Osterland would sign the third version of the river commission's schedule. Its 12 points were"
                + " read aloud in Marrow.";

        assertThat(words(text)).startsWith("the third version of the river commission's schedule");
        assertThat(proposals(text)).hasSize(1);
        assertThat(proposals(text).get(0).sponsors()).isEmpty();
    }

    @Test
    void the_proposal_right_behind_an_offer_is_the_offer() {
        String text =
                "Osterland read the 14-point plan in May. On Monday Elm Ferries pulled its offer of free coal. The"
                        + " proposal had few friends.";

        assertThat(proposals(text)).hasSize(2);
        assertThat(extract(text).mentions().get(2).group())
                .isEqualTo(extract(text).mentions().get(1).group());
    }

    @Test
    void points_stand_in_lists_and_what_was_struck_names_who_asked_for_it() {
        String list = "The peace plan is expected to include:\n- A phased ceasefire\n- Free passage for grain\n";
        String struck =
                "The peace plan was cut from 30 points to 22, with some provisions, such as a cap on the fleet and "
                        + "a general amnesty, removed at Marrow's insistence.";

        assertThat(points(list).stream().map(point -> point.span().of(list)))
                .containsExactly("A phased ceasefire", "Free passage for grain");
        assertThat(points(struck)).hasSize(2).allSatisfy(point -> {
            assertThat(point.fate()).isEqualTo(Fate.REMOVED);
            assertThat(point.demandedBy()).isEqualTo("Marrow");
        });
    }

    @Test
    void a_thousand_mentions_are_one_proposal_and_an_article_without_a_date_is_read() {
        String text = "Osterland presented a 12-point plan in May. " + "The mayor read the plan. ".repeat(1_000);
        Extraction found = engine.extract(ArticleText.of(text));

        assertThat(found.mentions()).hasSize(1_001);
        assertThat(found.proposals()).hasSize(1);
        assertThat(found.proposals().get(0).versions()).hasSize(1);
    }

    private static List<String> words(String text) {
        return extract(text).mentions().stream()
                .map(mention -> mention.span().of(text))
                .toList();
    }

    private static List<ExtractedPoint> points(String text) {
        return proposals(text).stream()
                .flatMap(p -> p.versions().stream())
                .flatMap(v -> v.points().stream())
                .toList();
    }

    private static List<ExtractedProposal> proposals(String text) {
        return extract(text).proposals();
    }

    private static Extraction extract(String text) {
        return engine.extract(new ArticleText(text, null, LocalDate.of(2027, 3, 9), "en"));
    }
}

package org.parley.extraction.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.Extraction;

/** Proposals that go by words for any offer, and which of several a phrase means. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OffersTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @Test
    void an_offer_of_ones_own_is_another_thing_and_that_offer_is_it() {
        assertThat(named("""
                                Ferry operators put to both ports a plan under which night crossings would be shared. \
                                The port of Marn has an offer of its own. That counter-proposal, four points which Mayor \
                                Ilse Brandt presented on Tuesday, makes any return of berths conditional on a fee."""))
                .containsExactly(List.of("a plan"), List.of("an offer of its own", "That counter-proposal"));
    }

    @Test
    void what_somebody_offers_to_bring_about_is_a_proposal_and_a_trade_is_none() {
        assertThat(named("The relief fund Open Hands has offered to arrange an exchange of 40 prisoners. "
                        + "The exchange was welcomed in Dorn."))
                .containsExactly(List.of("an exchange of 40 prisoners", "The exchange"));
        assertThat(named("Traders in Velm watched the exchange on Monday, where the idea of a tax had pushed prices "
                        + "down. The menu offers a soup. The original hangs in the town hall."))
                .isEmpty();
    }

    @Test
    void the_pause_is_the_truce_and_that_idea_too_and_the_plan_is_what_was_called_so() {
        assertThat(
                        named(
                                "Mediators cut the 12-point plan to nine points. The council proposed a 20-day truce. Shippers said they "
                                        + "could live with that idea. The pause would last until May. Nobody had signed the plan."))
                .contains(List.of("a 20-day truce", "that idea", "The pause"))
                .anySatisfy(
                        mentions -> assertThat(mentions).contains("the plan").doesNotContain("a 20-day truce"));
    }

    @Test
    void an_offered_contract_is_a_proposal_and_the_offer_of_it_is_the_same() {
        assertThat(named(
                        "The ministry confirmed that it had received an offer of a two-year contract. The contract would cost "
                                + "40 million crowns, it said. The next offer will be worse."))
                .containsExactly(List.of("a two-year contract", "The contract"));
    }

    @Test
    void a_text_is_a_proposal_where_the_sentence_or_the_next_tells_its_points() {
        assertThat(counts("The text handed out this morning has eight points, a spokesman said."))
                .containsExactly(8);
        assertThat(
                        counts(
                                "The union rejected the ministry's pay plan on Monday. It has nine points, two more than in May."))
                .contains(9);
        assertThat(
                        counts(
                                "Mediators handed out a 12-point plan. The minister said the text handed out had three paragraphs too many."))
                .containsExactly(12);
    }

    @Test
    void points_of_a_text_without_a_maker_are_not_those_of_somebody_known_by_another_number() {
        assertThat(named("When Ada Orr laid her five points before the press, nobody asked. "
                        + "The envoy had read the seven points twice."))
                .hasSize(2);
    }

    @Test
    void lists_under_a_heading_and_lists_without_verbs_hold_points() {
        assertThat(points("""
                        Tarn slapped its own four-point plan on the table on Thursday.

                        HERE'S WHAT TARN WANTS

                        • 30 trucks a day all the year
                        • No customs checks
                        • A review in spring

                        The mediators were silent.
                        """)).contains("30 trucks a day all the year", "No customs checks", "A review in spring");
        assertThat(points(
                        "The union is to publish demands of its own on Sunday. They include 350 cubic metres, cash for the "
                                + "harvest and a seat at the talks."))
                .contains("350 cubic metres", "cash for the harvest", "a seat at the talks");
        assertThat(
                        points(
                                "The 9-point plan still calls for the release of 31 sailors, a joint register and the return of two ships."))
                .containsExactly("the release of 31 sailors", "a joint register", "the return of two ships");
        assertThat(
                        points(
                                "Mediators presented a 9-point plan. It would oblige Tarn to reopen the road by June, and to pay for the bridge."))
                .hasSize(2);
        assertThat(points("Elm Power has pulled its offer of winter electricity for summer water, made in May."))
                .containsExactly("winter electricity for summer water");
    }

    /** What each proposal is called, in the order in which they come up. */
    private static List<List<String>> named(String text) {
        Extraction extraction = extract(text);
        Map<Integer, List<String>> names = new TreeMap<>();
        extraction
                .mentions()
                .forEach(mention -> names.computeIfAbsent(mention.proposal(), none -> new ArrayList<>())
                        .add(text.substring(
                                mention.span().start(), mention.span().end())));
        return List.copyOf(names.values());
    }

    private static List<Integer> counts(String text) {
        return extract(text).proposals().stream()
                .flatMap(proposal -> proposal.versions().stream())
                .map(ExtractedVersion::pointCount)
                .filter(count -> count != null)
                .toList();
    }

    private static List<String> points(String text) {
        return extract(text).proposals().stream()
                .flatMap(proposal -> proposal.versions().stream())
                .flatMap(version -> version.points().stream())
                .map(point -> text.substring(point.span().start(), point.span().end()))
                .toList();
    }

    private static Extraction extract(String text) {
        return engine.extract(new ArticleText(text, null, LocalDate.of(2027, 3, 9), "en"));
    }
}

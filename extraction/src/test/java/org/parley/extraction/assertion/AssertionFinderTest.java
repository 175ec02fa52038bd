package org.parley.extraction.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;

/** What an article states in its own voice. */
class AssertionFinderTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @Test
    void every_place_that_counts_the_points_is_a_receipt_with_or_without_the_noun() {
        assertThat(told(
                        "The council tabled a 14-point ferry pact in May. Some wrote otherwise, but the pact still has fourteen. "
                                + "The new draft has 12."))
                .containsExactly(
                        "pointCount=14: a 14-point ferry pact",
                        "pointCount=14: the pact still has fourteen",
                        "pointCount=12: The new draft has 12");
    }

    @Test
    void exact_amounts_behind_a_proposal_are_stated_of_it() {
        assertThat(
                        told(
                                "The council tabled a 14-point ferry pact in May. The pact offers the crews a bonus of 1.5 million euros;"
                                        + " it asks for about 30 ships. \"The pact costs 9 million euros,\" Mayor Rosa Lund said."))
                .containsExactly("pointCount=14: a 14-point ferry pact", "amount=1500000 euro: 1.5 million euros");
    }

    @Test
    void what_somebody_is_said_to_have_said_is_not_the_articles_own() {
        assertThat(told("The council tabled a ferry pact in May. Mayor Rosa Lund said the pact has fourteen points."))
                .isEmpty();
    }

    @Test
    void who_accepted_or_opposes_a_proposal_is_a_stance_with_its_holder_first() {
        assertThat(engine.extract(ArticleText.of(
                                "The council put forward a 7-point ferry pact. Osterland accepted the pact on Monday."))
                        .assertions())
                .filteredOn(a -> a.field().equals("stance"))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.value()).isEqualTo("SUPPORT");
                    assertThat(a.receipts()).hasSize(2);
                });
        assertThat(told("The council put forward a 7-point ferry pact. Norland opposes the pact."))
                .contains("stance=OPPOSE: Norland");
    }

    @Test
    void what_may_be_or_was_not_is_no_stance() {
        assertThat(told("The council put forward a 7-point ferry pact. If Norland accepts the pact, it will row. "
                        + "Osterland would not accept the pact. Elm has not signed the pact."))
                .noneMatch(told -> told.startsWith("stance"));
    }

    private static List<String> told(String text) {
        return engine.extract(ArticleText.of(text)).assertions().stream()
                .map(a ->
                        a.field() + "=" + a.value() + ": " + a.receipts().get(0).of(text))
                .toList();
    }
}

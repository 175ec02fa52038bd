package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sure where rule, cue and name are sure; how often that is right is measured by {@code ./parley evaluate}. */
class ConfidenceTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @Test
    void a_quotation_of_somebody_named_is_sure() {
        assertThat(confidence("\"The ice is thin,\" Greta Lindholm said.")).isGreaterThanOrEqualTo(0.9);
        assertThat(confidence("Greta Lindholm said that the ice was \"thin as paper\"."))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void less_sure_are_reported_clauses_weak_cues_objects_and_speakers_without_a_name() {
        double reported = confidence("Greta Lindholm said that the ice was thin.");
        assertThat(reported).isBetween(0.75, 0.9);
        assertThat(confidence("Greta Lindholm estimated that the ice was thin."))
                .isLessThan(reported);
        assertThat(confidence("Greta Lindholm rejected the ice report.")).isLessThan(reported);
        assertThat(confidence("They said that the ice was thin.")).isLessThan(0.5);
    }

    private static double confidence(String text) {
        List<ExtractedStatement> found = engine.extract(ArticleText.of(text)).statements();
        assertThat(found).hasSize(1);
        return found.get(0).confidence();
    }
}

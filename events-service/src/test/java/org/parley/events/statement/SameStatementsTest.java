package org.parley.events.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.receipt.SpanMap;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

class SameStatementsTest {

    private static final String OLD = "The minister said the plan was a start. He added that nothing was signed yet.";

    @Test
    void a_statement_whose_words_moved_is_the_same() {
        String now = "Updated.\n\n" + OLD;

        assertThat(match(
                        now,
                        List.of(found(now, "the plan was a start", "said")),
                        known(OLD, "the plan was a start", "said")))
                .containsOnlyKeys(0);
    }

    @Test
    void half_of_the_words_are_enough_and_less_needs_the_same_cue() {
        String now = OLD.replace("a start", "one first step among very many others");
        ExtractedStatement withCue = found(now, "the plan was one first step among very many others", "said");
        ExtractedStatement other = found(now, "the plan was one first step among very many others", "minister");
        KnownStatement known = known(OLD, "the plan was a start", "said");

        assertThat(match(now, List.of(withCue), known)).containsOnlyKeys(0);
        assertThat(match(now, List.of(other), known)).isEmpty();
    }

    @Test
    void the_best_match_wins_and_each_id_is_given_once() {
        ExtractedStatement part = found(OLD, "the plan was", "minister");
        ExtractedStatement whole = found(OLD, "the plan was a start", "said");

        assertThat(match(OLD, List.of(part, whole), known(OLD, "the plan was a start", "said")))
                .containsOnlyKeys(1);
    }

    @Test
    void a_statement_of_the_present_is_preferred_to_one_that_was_superseded() {
        ExtractedStatement found = found(OLD, "nothing was signed yet", "added");
        KnownStatement past = known(OLD, "nothing was signed yet", "added", false);
        KnownStatement present = known(OLD, "nothing was signed yet", "added", true);

        Map<Integer, KnownStatement> matched =
                SameStatements.match(List.of(found), List.of(past, present), Map.of(1, SpanMap.between(OLD, OLD)));

        assertThat(matched).containsEntry(0, present);
    }

    @Test
    void nothing_in_common_is_nothing_the_same() {
        String now = "Quite another text about the weather, she said.";

        assertThat(match(now, List.of(found(now, "the weather", "said")), known(OLD, "the plan was a start", "said")))
                .isEmpty();
    }

    private static Map<Integer, KnownStatement> match(
            String now, List<ExtractedStatement> found, KnownStatement known) {
        return SameStatements.match(found, List.of(known), Map.of(1, SpanMap.between(OLD, now)));
    }

    private static KnownStatement known(String text, String content, String cue) {
        return known(text, content, cue, true);
    }

    private static KnownStatement known(String text, String content, String cue, boolean current) {
        return new KnownStatement(
                UUID.randomUUID(), 1, List.of(span(text, content)), span(text, cue), Instant.EPOCH, current);
    }

    private static ExtractedStatement found(String text, String content, String cue) {
        return new ExtractedStatement(
                List.of(span(text, content)),
                StatementForm.INDIRECT,
                SpeechAct.ASSERT,
                false,
                span(text, cue),
                "say",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                StatedOn.UNKNOWN,
                List.of(),
                "test",
                1);
    }

    private static Span span(String text, String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}

package org.parley.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.extraction.Span;

class SpanMapTest {

    private static final String OLD = """
            The talks went on. "We want 13 points," the minister said.

            Nobody else said a word about the plan.
            """;

    @Test
    void a_paragraph_on_top_moves_every_span() {
        String now = "CORRECTED: the number of points.\n\n" + OLD;
        Span quote = span(OLD, "\"We want 13 points,\"");

        Placed placed = SpanMap.between(OLD, now).place(quote);

        assertThat(placed.placement()).isEqualTo(Placement.MOVED);
        assertThat(placed.span().of(now)).isEqualTo("\"We want 13 points,\"");
    }

    @Test
    void what_stands_before_the_change_stays_placed() {
        String now = OLD.replace("Nobody else", "Hardly anybody");

        Placed placed = SpanMap.between(OLD, now).place(span(OLD, "We want 13 points"));

        assertThat(placed.placement()).isEqualTo(Placement.PLACED);
    }

    @Test
    void a_changed_word_orphans_the_receipt_but_the_rest_of_it_remains() {
        String now = OLD.replace("13", "12");
        SpanMap map = SpanMap.between(OLD, now);
        Span quote = span(OLD, "We want 13 points");

        assertThat(map.place(quote)).isEqualTo(Placed.ORPHANED);
        assertThat(map.remains(quote).orElseThrow().of(now)).isEqualTo("We want 12 points");
    }

    @Test
    void a_paragraph_moved_up_is_found_by_its_words() {
        String last = "Nobody else said a word about the plan.";
        String now = last + "\n\n" + OLD.replace(last, "").strip() + "\nMore to come, and this is the end of it.";

        Placed placed = SpanMap.between(OLD, now).place(span(OLD, "said a word about the plan"));

        assertThat(placed.span().of(now)).isEqualTo("said a word about the plan");
    }

    @Test
    void words_that_now_stand_twice_are_never_anchored_by_guessing() {
        String moved = "said a word about the plan";
        String now = "He %s. She %s.".formatted(moved, moved);

        assertThat(SpanMap.between("Intro here. Nobody " + moved + "!", now).place(new Span(19, 45)))
                .isEqualTo(Placed.ORPHANED);
    }

    @Test
    void nothing_remains_of_a_removed_sentence() {
        String now = OLD.substring(0, OLD.indexOf("Nobody"));

        assertThat(SpanMap.between(OLD, now).remains(span(OLD, "Nobody else said a word")))
                .isEmpty();
    }

    @Test
    void both_halves_of_a_character_pair_change_together() {
        String old = "She posted \uD83D\uDE00 and left";
        String now = "She posted \uD83D\uDE01 and left";
        SpanMap map = SpanMap.between(old, now);

        assertThat(map.place(span(old, "\uD83D\uDE00"))).isEqualTo(Placed.ORPHANED);
        assertThat(map.remains(span(old, "\uD83D\uDE00"))).isEmpty();
    }

    @Test
    void time_is_bounded_for_large_texts_without_anything_in_common() {
        String old = "alpha beta gamma ".repeat(30_000);
        String now = "delta epsilon zeta ".repeat(27_000);
        long start = System.nanoTime();

        SpanMap map = SpanMap.between(old, now);

        assertThat(map.place(new Span(0, 5))).isEqualTo(Placed.ORPHANED);
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0)
                .isCloseTo(0, within(5.0));
    }

    private static Span span(String text, String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}

package org.parley.events.utterance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameSayingTest {

    @Test
    void four_quoted_words_in_a_row_are_one_saying_whatever_stands_around_them() {
        assertCertain(
                Told.by("Gazette", "the offer was \"a door left half open\""),
                Told.by("Herald", "the paper as ‘a door left half open, no more’"));
    }

    @Test
    void nearly_the_same_wording_without_quotation_is_one_saying() {
        assertCertain(
                Told.by("Gazette", "the harbour will open to foreign grain ships in April"),
                Told.by("Herald", "the harbor would be opened for foreign grain ships in April"));
    }

    @Test
    void a_translation_is_only_possible() {
        SameSaying.Link link = SameSaying.between(
                        Told.by("Gazette", "the draft was \"a good basis for peace\""),
                        Told.by("Herald", "the draft was \"a starting basis of peace\""))
                .orElseThrow();

        assertThat(link.certain()).isFalse();
    }

    @Test
    void two_quoted_words_are_one_saying_only_where_little_else_is_told() {
        assertCertain(
                Told.by("Gazette", "\"We promised nobody. We were asked at noon and answered at noon.\""),
                Told.by("Herald", "the harbour had “promised nobody,”"));
        assertThat(SameSaying.between(
                        Told.by("Gazette", "\"It was done in good faith, and so was the survey of the pier.\""),
                        Told.by("Herald", "the ferry company must show “good faith” when the fares are fixed in May")))
                .hasValueSatisfying(link -> assertThat(link.certain()).isFalse());
    }

    @Test
    void a_noun_and_its_verb_are_one_word_of_sense() {
        assertThat(SameSaying.between(
                        Told.by("Gazette", "the bridge \"defines a border and opposes nobody\""),
                        Told.by("Herald", "her pier was \"a definition, an opposition to nobody\"")))
                .hasValueSatisfying(link -> assertThat(link.certain()).isFalse());
    }

    @Test
    void most_of_the_same_quoted_words_on_one_day_are_one_saying() {
        assertCertain(
                Told.on("Gazette", "\"five steps, none of them a gift\"", "2027-03-01"),
                Told.on("Herald", "her list held 'five steps and not one gift'", "2027-03-02"));
    }

    @Test
    void a_long_quotation_outweighs_a_day_that_another_sentence_told() {
        Report known = Told.on("Gazette", "\"a treaty that needs a footnote needs another treaty\"", "2027-03-01");
        String again = "she said, \"a treaty that needs a footnote needs another treaty\"";

        assertCertain(known, Told.onInherited("Herald", again, "2027-03-08"));
        assertThat(SameSaying.between(known, Told.on("Herald", again, "2027-03-08")))
                .isEmpty();
        assertCertain(Told.onInherited("Post", again, "2027-03-25"), Told.by("Gazette", again + " again"));
    }

    @Test
    void other_words_of_the_same_speaker_are_another_saying() {
        assertThat(SameSaying.between(
                        Told.by("Gazette", "the harbour will open to foreign grain ships in April"),
                        Told.by("Herald", "\"nobody asked the fishermen\"")))
                .isEmpty();
    }

    @Test
    void the_same_words_of_somebody_else_are_another_saying() {
        assertThat(SameSaying.between(
                        Told.by("Gazette", "the offer was \"a door left half open\""),
                        Told.bySomebodyElse("Herald", "the offer was \"a door left half open\"")))
                .isEmpty();
    }

    @Test
    void the_same_slogan_a_week_later_is_another_saying() {
        assertThat(SameSaying.between(
                        Told.on("Gazette", "it is \"peace with honour for all\"", "2027-03-01"),
                        Told.on("Herald", "it is \"peace with honour for all, always\"", "2027-03-08")))
                .isEmpty();
    }

    @Test
    void accounts_that_differ_by_a_day_are_one_saying() {
        assertCertain(
                Told.on("Gazette", "it is \"peace with honour for all\"", "2027-03-04"),
                Told.on("Herald", "it is \"peace with honour for all\"", "2027-03-03"));
    }

    @Test
    void an_article_never_reports_one_saying_in_two_statements() {
        UUID article = UUID.randomUUID();
        assertThat(SameSaying.between(
                        Told.in(article, "\"a door left half open\""), Told.in(article, "\"a door left half open\"")))
                .isEmpty();
    }

    @Test
    void which_comes_first_makes_no_difference() {
        Report one = Told.by("Gazette", "the draft was \"a good basis for peace\"");
        Report other = Told.by("Herald", "the draft was \"a starting basis of peace\"");

        assertThat(SameSaying.between(one, other)).isEqualTo(SameSaying.between(other, one));
    }

    @Test
    void a_surname_alone_is_the_full_name_of_another_article_where_the_words_are_the_same() {
        Report full = Told.keyed("Gazette", "the offer was \"a door left half open\"", "a:Ada Orr", "p:orr");
        Report alone = Told.keyed("Herald", "the offer was ‘a door left half open’", "a:Orr", "n:orr", "p:orr");

        assertCertain(full, alone);
        assertThat(SameSaying.between(
                        full, Told.keyed("Herald", "the offer was ‘a door left half open’", "a:Bo Orr", "p:orr")))
                .as("two full names are two people")
                .isEmpty();
        assertThat(SameSaying.between(
                        Told.keyed("Gazette", "\"no comment\"", "a:Ada Orr", "p:orr"),
                        Told.keyed("Herald", "\"no comment\"", "a:Orr", "n:orr", "p:orr")))
                .as("words that are anybody's")
                .isEmpty();
    }

    @Test
    void few_words_are_one_saying_where_the_sentence_in_front_is_the_same() {
        String before = "The minister, who has described them";
        assertCertain(
                Told.behind("Gazette", before, "as policemen"), Told.behind("Herald", before + " ", "as policemen"));
        assertThat(SameSaying.between(
                        Told.behind("Gazette", before, "as policemen"),
                        Told.behind("Herald", "Asked about the guards she dismissed all", "as policemen")))
                .isEmpty();
    }

    private static void assertCertain(Report one, Report other) {
        assertThat(SameSaying.between(one, other))
                .hasValueSatisfying(link -> assertThat(link.certain()).isTrue());
    }
}

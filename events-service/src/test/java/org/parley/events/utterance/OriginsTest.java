package org.parley.events.utterance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginsTest {

    private static final String WORDS = "the offer was \"a door left half open\"";

    @Test
    void two_outlets_with_one_agencys_text_have_one_origin() {
        Origins origins = Origins.of(List.of(
                Told.credited("Northern Wire", WORDS, null, true),
                Told.credited("The Gazette", WORDS, "Northern Wire", true),
                Told.credited("The Herald", WORDS, "NW", false)));

        assertThat(origins.known()).hasSize(1);
        assertThat(origins.known().get(0).articleIds()).hasSize(3);
        assertThat(origins.unknown()).isZero();
    }

    @Test
    void told_to_an_outlet_is_that_outlets_however_many_relay_it() {
        Origins origins = Origins.of(List.of(
                Told.relayed("The Gazette", WORDS, "the Ledger"),
                Told.relayed("The Herald", WORDS, "The Harbour Ledger"),
                Told.by("The Harbour Ledger", WORDS)));

        assertThat(origins.known()).extracting(Origins.Origin::name).containsExactly("The Harbour Ledger");
    }

    @Test
    void outlets_that_were_there_are_independent() {
        assertThat(Origins.of(List.of(Told.by("The Gazette", WORDS), Told.by("The Herald", WORDS)))
                        .known())
                .hasSize(2);
    }

    @Test
    void a_report_that_names_no_origin_is_counted_apart() {
        Origins origins =
                Origins.of(List.of(Told.by("The Gazette", WORDS), Told.credited("The Blog", WORDS, null, false)));

        assertThat(origins.known()).hasSize(1);
        assertThat(origins.unknown()).isEqualTo(1);
    }

    @Test
    void narrated_words_that_are_the_same_to_the_letter_were_copied() {
        String narrated = "talks on the harbour resumed late on Monday after a pause of three long weeks";

        assertThat(Origins.of(List.of(Told.by("The Gazette", narrated), Told.by("The Herald", narrated)))
                        .known())
                .hasSize(1);
    }

    @Test
    void an_article_tells_its_agency_in_dateline_credit_or_byline() {
        assertThat(ArticleOrigin.of("PORT ELM, June 2 (Northern Wire) - Talks began.", null, "Gazette")
                        .agency())
                .isEqualTo("Northern Wire");
        assertThat(ArticleOrigin.of("Talks began.\n\nWith reporting by Northern Wire", "Ann Lee", "Gazette")
                        .agency())
                .isEqualTo("Northern Wire");
        assertThat(ArticleOrigin.of("Talks began.", "Reuters", "Gazette").agency())
                .isEqualTo("Reuters");
        assertThat(ArticleOrigin.of("Talks began.", "Staff and agencies", "Gazette")
                        .agency())
                .isEqualTo(ArticleOrigin.UNNAMED);
        assertThat(ArticleOrigin.of("Talks began.", "Ann Lee", "Gazette").agency())
                .isNull();
    }

    @Test
    void an_agencys_own_dateline_is_its_own_report() {
        ArticleOrigin origin = ArticleOrigin.of("PORT ELM, Tavria (NW) -- Talks began.", null, "Northern Wire");

        assertThat(origin.agency()).isNull();
        assertThat(origin.own()).isEqualTo("NW");
    }

    @Test
    void being_there_is_told_by_place_or_by_who_was_told() {
        assertThat(ArticleOrigin.of("Talks began.", "Ann Lee in Port Elm", "Gazette")
                        .own())
                .isNotNull();
        assertThat(ArticleOrigin.of("He told the Gazette it was late.", "Ann Lee", "The Elm Gazette")
                        .own())
                .isNotNull();
        assertThat(ArticleOrigin.of("He told the Herald it was late.", "Ann Lee", "The Elm Gazette")
                        .own())
                .isNull();
    }

    @Test
    void an_edited_copy_is_known_by_its_sketch_and_another_account_is_not() {
        String wire = "Negotiators have cut the harbour framework from nine points to six after two days of talks,"
                + " the envoy said, removing provisions that had angered the islands. The envoy told reporters the"
                + " paper had become shorter because the quarrels had become shorter, and left without a handshake.";
        String edited =
                wire.replace("the envoy said, ", "an envoy has said, ") + " Hotels in the town emptied at night.";
        String other =
                "After two days of talks the islands have what they wanted: six points instead of nine. The envoy"
                        + " seemed tired, told reporters as much, and said the paper was shorter because the quarrels were.";

        assertThat(Sketch.copied(Sketch.of(wire), Sketch.of(edited))).isTrue();
        assertThat(Sketch.copied(Sketch.of(wire), Sketch.of(other))).isFalse();
    }
}

package org.parley.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.extraction.Span;

class ParserTest {

    private static final Parser PARSER = Parser.load();

    private static ParsedSentence sentence(String text) {
        return PARSER.parse(text).sentences().get(0);
    }

    private static Word word(ParsedSentence s, String form) {
        return s.words().stream().filter(w -> w.form().equals(form)).findFirst().orElseThrow();
    }

    @Test
    void a_verb_of_saying_has_its_speaker_and_what_is_said() {
        ParsedSentence s = sentence("The minister said that the talks would go on.");
        Word said = word(s, "said");
        assertThat(said.relation()).isEqualTo("root");
        assertThat(said.head()).isNull();
        assertThat(said.lemma()).isEqualTo("say");
        assertThat(said.tag()).isEqualTo("VBD");
        assertThat(said.kid("nsubj")).isSameAs(word(s, "minister"));
        assertThat(said.kid("ccomp")).isSameAs(word(s, "go"));
        assertThat(said.kid("ccomp").subtreeSpan()).isEqualTo(new Span(18, 44));
        assertThat(word(s, "go").isBelow(said)).isTrue();
        assertThat(word(s, "The").ancestors()).containsExactly(word(s, "minister"), said);
    }

    @Test
    void a_passive_has_an_agent() {
        Word told = word(sentence("Reporters were told by two diplomats that the plan had changed."), "told");
        assertThat(told.kid("auxpass").form()).isEqualTo("were");
        assertThat(told.kid("nsubjpass").form()).isEqualTo("Reporters");
        assertThat(told.kid("agent").kid("pobj").form()).isEqualTo("diplomats");
    }

    @Test
    void a_speaker_may_stand_behind_a_quotation() {
        Word said = word(sentence("“We will read it line by line,” said Foreign Minister Samira Qadri."), "said");
        assertThat(said.kid("nsubj").form()).isEqualTo("Qadri");
    }

    @Test
    void names_nobody_has_seen_are_persons() {
        Parsed p = PARSER.parse(
                "Special envoy Beatriz Almontero told reporters that Dragomir Toleš, the Velmaran foreign minister, "
                        + "was late. Toleš said he was sorry.");
        assertThat(p.entities())
                .filteredOn(e -> e.type() == EntityType.PERSON)
                .extracting(Entity::text)
                .containsExactly("Beatriz Almontero", "Dragomir Toleš", "Toleš");
        assertThat(word(p.sentences().get(1), "Toleš").is(EntityType.PERSON)).isTrue();
    }

    @Test
    void countries_and_dates_are_told_apart() {
        ParsedSentence s = sentence("Turkey and Qatar will meet in Geneva on November 27, 2025.");
        assertThat(word(s, "Qatar").entityType()).isEqualTo(EntityType.GPE);
        assertThat(word(s, "Geneva").entityType()).isEqualTo(EntityType.GPE);
        assertThat(word(s, "November").entity().text()).isEqualTo("November 27, 2025");
        assertThat(word(s, "November").entityType()).isEqualTo(EntityType.DATE);
        assertThat(word(s, "meet").entityType()).isNull();
    }

    @Test
    void only_the_parts_that_are_named_are_read() {
        String text = "Photo: AP\nThe envoy left.\nRead more";
        Parsed p = PARSER.parse(text, List.of(new Span(10, 25)));
        assertThat(p.sentences()).hasSize(1);
        assertThat(p.sentences().get(0).span().of(text)).isEqualTo("The envoy left.");
        assertThat(p.sentenceAt(0)).contains(p.sentences().get(0));
        assertThat(p.sentenceAt(25)).isEmpty();
    }

    @Test
    void every_word_hangs_in_a_tree_however_odd_the_text() {
        for (String text :
                List.of("", " ", "!!!", "and or but", "\"", "((((((", "said said said", "𝔸 \uD83D, x".repeat(300))) {
            for (ParsedSentence s : PARSER.parse(text).sentences()) {
                assertThat(s.roots()).isNotEmpty();
                for (Word w : s.words()) {
                    assertThat(text.substring(w.start(), w.end())).isEqualTo(w.form());
                    assertThat(w.ancestors()).hasSizeLessThan(s.size());
                }
            }
        }
    }

    @Test
    void threads_may_share_a_parser() {
        String text = "The minister said that the talks would go on. Anna Berg of Lusande denied it.";
        String once = PARSER.parse(text).sentences().toString();
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> PARSER.parse(text).sentences().toString())
                        .distinct())
                .containsExactly(once);
    }

    @Test
    void the_model_names_its_sources_and_licences() {
        assertThat(PARSER.notice())
                .contains("Wikinews")
                .contains("CC BY 2.5")
                .contains("GUM")
                .contains("CC BY 4.0")
                .contains("Apache-2.0");
    }
}

package org.parley.extraction.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;

/** Speech that goes on beyond its clause, or that a colon, a set phrase or nothing at all brings in. */
class ReportedOnTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm stated that the lamp was old, but the tower was older still.                     | the lamp was old, but the tower was older still
            The guild said in a note that it could paint the tower, provided the paint was paid for.     | it could paint the tower, provided the paint was paid for
            The lamp was dear, he wrote, but the oil was dearer.                                         | The lamp was dear / but the oil was dearer
            Petra Holm said the lamp was lit on Monday; the horn was still broken.                       | the lamp was lit on Monday; the horn was still broken
            Olav Sund said that was a task for the guild.                                                | that was a task for the guild
            """)
    void what_is_said_goes_on_in_a_clause_of_its_own(String text, String content) {
        assertThat(read(text)).anySatisfy(s -> assertThat(content(s, text)).isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Petra Holm said the lamp was old, but Olav Sund warned that paint was dear.",
                "Petra Holm said the lamp was old, while the guild argued that it was new.",
                "The lamp was old, Petra Holm said, and boarded the ferry."
            })
    void what_another_says_or_the_writer_knows_is_not_taken_in(String text) {
        assertThat(read(text)).noneSatisfy(s -> assertThat(content(s, text)).contains("lamp", ", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The oil ran out in March; the tower stayed dark, the harbour office reported.    | the tower stayed dark
            The crew came at dawn; nobody had slept, keeper Olav Sund said.                  | nobody had slept
            """)
    void only_what_is_behind_the_semicolon_is_said(String text, String content) {
        assertThat(read(text)).extracting(s -> content(s, text)).containsExactly(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mayor Olav Sund was unmoved:  the tower had stood through worse winters.                      | Olav Sund  | the tower had stood through worse winters
            The guild's treasurer, Ida Falk, took another view: the tower would fall before it was paid.  | Ida Falk   | the tower would fall before it was paid
            Mayor Petra Holm had a suggestion of her own: sell the horn and keep the lamp.                | Petra Holm | sell the horn and keep the lamp
            First reaction from the guild's treasurer, Ida Falk: the paint is too dear.                   | Ida Falk   | the paint is too dear
            """)
    void a_colon_brings_in_words_without_marks(String text, String speaker, String content) {
        assertThat(read(text)).anySatisfy(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The tower has three floors: the lamp is on the highest.",
                "Mayor Petra Holm has a boat: it lies at the pier.",
            })
    void not_every_colon_brings_in_speech(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "The lamp is ours," Mayor Petra Holm said. Her council would pay for the oil.   | Her council would pay for the oil
            "We have no oil," keeper Olav Sund said. The tower would go dark by Friday.     | The tower would go dark by Friday
            """)
    void words_right_behind_a_quotation_are_its_speakers_if_they_look_ahead(String text, String content) {
        List<ExtractedStatement> read = read(text);
        assertThat(read).hasSize(2);
        assertThat(content(read.get(1), text)).isEqualTo(content);
        assertThat(read.get(1).speakers()).isEqualTo(read.get(0).speakers());
        assertThat(read.get(1).confidence()).isLessThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"The lamp is ours,\" Mayor Petra Holm said. She would not be drawn on the oil.",
                "\"The lamp is ours,\" Mayor Petra Holm said. The tower stands on a rock.",
                "Mayor Petra Holm came by boat. Her council would meet on Friday."
            })
    void other_sentences_are_the_writers(String text) {
        assertThat(read(text)).extracting(s -> content(s, text)).allMatch(c -> c.startsWith("\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The ferry firm let it be known that it would keep its old boats.             | it would keep its old boats
            The ferry firm let it be known through its lawyer that the boats were sold.   | the boats were sold
            Adviser Ida Falk let slip that the lamp had been sold in May.                 | the lamp had been sold in May
            The mayor sent word that the boats had been found.                            | the boats had been found
            """)
    void set_phrases_let_something_be_known(String text, String content) {
        assertThat(read(text)).extracting(s -> content(s, text)).containsExactly(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Treasurer Ida Falk finds the new lamp tax "charming, and far too small".       | the new lamp tax "charming, and far too small"
            Treasurer Ida Falk thinks the gift generous.                                     | the gift generous
            Treasurer Ida Falk finds the toll, 60 crowns a year, bearable.                  | the toll, 60 crowns a year, bearable
            Keeper Olav Sund considers the gift useful.                                     | the gift useful
            A spokesman for the harbour office, speaking by telephone, described the bill as exaggerated. | the bill as exaggerated
            """)
    void judgements_need_no_verb(String text, String content) {
        assertThat(read(text)).extracting(s -> content(s, text)).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Keeper Olav Sund found it late at night.", "They call the tower \"the candle\" in Elm."})
    void what_is_come_upon_and_nicknames_are_no_judgements(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The growers asked for another week.                       | another week
            Olav Sund is asking for a guarantee of ten years.         | a guarantee of ten years
            """)
    void what_is_asked_for_needs_nobody_asked(String text, String content) {
        assertThat(read(text)).extracting(s -> content(s, text)).containsExactly(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "It says nobody lost. That is the first true thing in months," the headman, Ola Sund, told me.            | Ola Sund
            "The rule says the pier is shut. Did anyone tell the gulls?" the guild's master, Tom Pike, asked by radio.  | Tom Pike
            """)
    void a_quotation_of_several_sentences_finds_its_speaker_behind_it(String text, String speaker) {
        assertThat(read(text)).anySatisfy(s -> {
            assertThat(content(s, text)).startsWith("\"").endsWith("\"");
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Petra Holm dismissed that argument, noting that the lamp had been counted.",
                "\"This is the third storm. Hope is gone,\" said Petra Holm, who calls the tower a \"wreck\"."
            })
    void no_thing_speaks_and_no_remark_is_said(String text) {
        assertThat(read(text)).allSatisfy(s -> {
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Petra Holm");
            assertThat(s.content()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The Elm ferry company lost money last year. Its boats now carry a third fewer cars than before, it said.  | Its boats now carry a third fewer cars than before
            """)
    void a_company_speaks_as_it(String text, String content) {
        assertThat(read(text)).extracting(s -> content(s, text)).contains(content);
    }

    private static List<ExtractedStatement> read(String text) {
        return engine.extract(ArticleText.of(text)).statements();
    }

    private static String content(ExtractedStatement statement, String text) {
        return statement.content().stream().map(c -> c.of(text)).collect(Collectors.joining(" / "));
    }
}

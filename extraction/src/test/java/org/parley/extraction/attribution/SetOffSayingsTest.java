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

/** Sayings that the tree takes for something else, read from commas, marks and the words around them. */
class SetOffSayingsTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The lamp at Elm Sound was mended, the harbour's technical director, Ida Falk, confirmed by e-mail.          | Ida Falk   | The lamp at Elm Sound was mended
            The boats would sail on Monday, the guild's spokeswoman, Nora Brandt, announced, on condition that oil came. | Nora Brandt | The boats would sail on Monday / on condition that oil came
            The nets were torn in May, Tom Pike, the union's deputy leader, recalled.                                   | Tom Pike   | The nets were torn in May
            """)
    void name_and_office_may_stand_between_commas_before_the_saying(String text, String speaker, String content) {
        assertThat(read(text)).anySatisfy(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It was, Petra Holm told this newspaper on Thursday night, a candle and not a lamp.                          | It was / a candle and not a lamp
            The lamp is, Petra Holm told reporters in Elm, a gift to gulls.                                             | The lamp is / a gift to gulls
            The old lamp was sold because "nobody came to mend it", keeper Olav Sund told a fair in Elm.                 | The old lamp was sold because "nobody came to mend it"
            """)
    void what_is_said_goes_on_behind_a_saying_that_cuts_it(String text, String content) {
        assertThat(read(text)).anySatisfy(s -> assertThat(content(s, text)).isEqualTo(content));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm met the crew. "We sell oil, not hope," was her reply.                                            | Petra Holm | "We sell oil, not hope,"
            "Not this year," came the harbour master's answer.                                                          | harbour master | "Not this year,"
            "It is bright and it is ours," beamed Petra Holm at the pier.                                               | Petra Holm | "It is bright and it is ours,"
            """)
    void a_quotation_may_be_a_reply_or_be_beamed(String text, String speaker, String content) {
        assertThat(read(text)).anySatisfy(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm called for the lamp to be mended by June.                                      | lamp to be mended by June
            The harbour minister denies that Elm has sold the lamp, as a tabloid had it on Tuesday.   | Elm has sold the lamp
            Petra Holm welcomed the end of the strike, which she had feared for weeks.                | the end of the strike
            Petra Holm ruled out selling the tower.                                                   | selling the tower
            Petra Holm called the tower a ruin but said the harbour needed light.                     | the harbour needed light
            """)
    void contents_are_neither_cut_short_nor_run_on(String text, String end) {
        assertThat(read(text)).anySatisfy(s -> assertThat(content(s, text)).endsWith(end));
        assertThat(read(text)).noneSatisfy(s -> assertThat(content(s, text)).containsAnyOf("tabloid", "feared"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A keeper asked not to be named because the talks are private.",
                "A diplomat asked not to be identified, as the matter is before a court."
            })
    void who_wants_no_name_has_not_asked_for_anything(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static List<ExtractedStatement> read(String text) {
        return engine.extract(ArticleText.of(text)).statements();
    }

    private static String content(ExtractedStatement statement, String text) {
        return statement.content().stream().map(c -> c.of(text)).collect(Collectors.joining(" / "));
    }
}

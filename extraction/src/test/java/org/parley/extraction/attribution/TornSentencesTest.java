package org.parley.extraction.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;

/** Sentences that the parser tears apart or puts together wrongly, and set phrases that carry a saying. Text | speaker | content. */
class TornSentencesTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Sales of eels fell, with fishmonger Olav Sund saying that nobody cooks any more. | Olav Sund            | nobody cooks any more
            The strike went on, with leaders of the union insisting that wages were too low. | leaders of the union | wages were too low
            The ferry has stopped, the company saying that it needs a new engine.            | company              | it needs a new engine
            """)
    void a_participle_may_have_a_speaker_of_its_own(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            According to the Elm Courier, a keeper with knowledge of the lamps said that the oil had been stolen. | keeper with knowledge of the lamps | the oil had been stolen
            In Elm, a woman from the third floor said that the fire had spread fast.                             | woman from the third floor         | the fire had spread fast
            "No boat will sail before spring," Petra Holm of the Pilots Guild said Tuesday.                      | Petra Holm                         | "No boat will sail before spring,"
            """)
    void who_speaks_begins_behind_the_introduction(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Olav Sund welcomed the lamp, stressed the need for oil and expressed hope for a warm winter.    | the need for oil       | hope for a warm winter
            The unions stressed that it was necessary to buy oil and reaffirmed the importance of the lamp. | it was necessary to buy oil | the importance of the lamp
            The note praised the lamp, stressed the need for oil and voiced regret over the delay.          | the need for oil       | regret over the delay
            Mayor Petra Holm said that the boats had sunk and blamed the harbour.                           | the boats had sunk     | the harbour
            """)
    void of_a_row_of_sayings_each_is_its_own(String text, String first, String second) {
        assertThat(contents(text)).contains(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm noted the need for oil, which would keep the lamp alive.          | the need for oil
            The union filed a protest, claiming the vote was rigged by the owners.       | the vote was rigged by the owners
            Citing "a lack of trust", Petra Holm announced that the lamp would go out.   | the lamp would go out
            Petra Holm said keeping the lamp alive was a matter of honour.               | keeping the lamp alive was a matter of honour
            The union said it would row, hours after the owners closed the pier.         | it would row
            Petra Holm said the lamp was out, barely a day before the feast began.       | the lamp was out
            Asked about the oil, Petra Holm would say only that her lamp was full.      | her lamp was full
            Petra Holm went first. The lamp will be lit at nine, she adds.               | The lamp will be lit at nine
            'Take it. The oil is cheap,' its keeper, Petra Holm, posted on Tuesday.      | 'Take it. The oil is cheap,'
            The wicks are trimmed, mediator Petra Holm announces.                        | The wicks are trimmed
            In the view of Petra Holm, the keeper, the two guilds agreed on nothing.     | the two guilds agreed on nothing
            Petra Holm told the guild after a long supper that parts of the lamp were cracked, among them the glass, while the oil "cannot be trusted". | parts of the lamp were cracked, among them the glass, while the oil "cannot be trusted"
            They baked a loaf that critics in the town described as "a brick".           | as "a brick"
            """)
    void the_content_is_the_clause_that_is_told(String text, String content) {
        assertThat(contents(text)).contains(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The ferry will be the largest of its kind, announced last year.
            The lamp is claimed to be "the best on earth" as stated on the box.
            Threatening the crew with a knife, the pirate turned the boat.
            A keeper asked to remain anonymous.
            A keeper asked not to be named because the lamp is not his.
            The sailors insisted on anonymity.
            The ballad, a copy of which was seen by the Elm Courier, calls for rain.
            Petra Holm showed the lamp at a fair, where she sang.
            """)
    void what_only_looks_like_a_saying_is_none(String text) {
        assertThat(contents(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Holm took the view that the lamp was hers.                  | Petra Holm | the lamp was hers
            Petra Holm is adamant that the lamp will burn.                    | Petra Holm | the lamp will burn
            The union made it clear that its men would not row.               | union      | its men would not row
            The harbour council's position is that the tower must fall.       | harbour council | the tower must fall
            Olav Sund spoke in favour of an early vote.                       | Olav Sund  | an early vote
            Olav Sund spoke out against a second tower.                       | Olav Sund  | a second tower
            The unions left open whether they would stay.                    | unions     | whether they would stay
            Petra Holm signalled readiness to sell the lamp.                 | Petra Holm | readiness to sell the lamp
            The unions raised concerns over the price of oil.                | unions     | concerns over the price of oil
            """)
    void set_phrases_carry_a_saying(String text, String speaker, String content) {
        expect(text, speaker, content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Reuters reported that Petra Holm, the pilot, said the lamp was hers. | Petra Holm | the lamp was hers | Reuters
            Petra Holm said the lamp was hers, the Elm Courier reported.         | Petra Holm | the lamp was hers | the Elm Courier
            Reuters reported that the lamp was lost.                             | Reuters    | the lamp was lost |
            """)
    void what_an_outlet_reports_somebody_said_is_said_by_him_alone(
            String text, String speaker, String content, String via) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s ->
                        assertThat(s.via() == null ? null : s.via().value()).isEqualTo(via));
        expect(text, speaker, content);
    }

    @Test
    void a_listeners_views_are_no_statement_of_his() {
        assertThat(contents("All the pilots know, whatever your views are, that the lamp was lost."))
                .isEmpty();
    }

    @Test
    void a_letter_speaks_in_the_paragraphs_behind_its_colon() {
        String text = "The letter said, in part:\n\n“We regret the loss of the lamp. Nobody wanted it.\n\n"
                + "“We shall row again in spring.”\n\nThe harbour gave no details.";

        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> assertThat(s.content()).hasSize(2));
    }

    private static void expect(String text, String speaker, String content) {
        assertThat(engine.extract(ArticleText.of(text)).statements()).anySatisfy(s -> {
            assertThat(content(s, text)).isEqualTo(content);
            assertThat(s.speakers()).extracting(Speaker::name).containsExactly(speaker);
        });
    }

    private static List<String> contents(String text) {
        return engine.extract(ArticleText.of(text)).statements().stream()
                .map(s -> content(s, text))
                .toList();
    }

    private static String content(ExtractedStatement statement, String text) {
        return statement.content().stream().map(c -> c.of(text)).collect(Collectors.joining(" / "));
    }
}

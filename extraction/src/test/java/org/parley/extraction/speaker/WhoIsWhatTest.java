package org.parley.extraction.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;

/** What kind of speaker a phrase names, and by which name and role. */
class WhoIsWhatTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Their lobby group, LampCal, has dismissed the tax as "a slow death".          | LampCal
            The owners' association, the League of Mills, said the tax was too low.       | League of Mills
            A lobby group said the tax was too low.                                       | lobby group
            """)
    void a_body_has_the_name_behind_what_it_is(String text, String name) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(s -> assertThat(s.speakers().get(0).name()).startsWith(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The minister of Velmara, Petra Halloran, said the bridge would open in May.                   | Petra Halloran | minister of Velmara
            The president of Osterland, Jo Arm, told reporters that the lamps had failed.                 | Jo Arm         | president of Osterland
            The foreign minister of Tarvia, Anselm Brook, denied that he had sold the boats.              | Anselm Brook   | foreign minister of Tarvia
            The head of the delegation, Marta Lind, said "we will not row."                               | Marta Lind     | head of the delegation
            The mayor of Port Elm, Greta Lindholm, warned that the dam would burst.                       | Greta Lindholm | mayor of Port Elm
            The spokesperson for the ministry of transport, Ines Duarte, confirmed that trains would run. | Ines Duarte    | spokesperson for the ministry of transport
            "The road is open," said the governor of Harrow, Tom Pike.                                    | Tom Pike       | governor of Harrow
            The ambassador of Kessaly to Dravos, Lena Orth, said he had been misquoted.                   | Lena Orth      | ambassador of Kessaly to Dravos
            The governor of the central bank, Dr. Ida Falk, said that rates would rise.                   | Ida Falk       | governor of the central bank
            A spokesman for the Eastern Council, Tomas Ruiz, said the lamps had failed.                   | Tomas Ruiz     | spokesman for the Eastern Council
            A spokeswoman for the parliament, Lena Orth, said the lamps had failed.                       | Lena Orth      | spokeswoman for the parliament
            The leader of the Tin Party of Mornia, Paul Reyes, insisted that the pits must close.         | Paul Reyes     | leader of the Tin Party of Mornia
            Prime Minister of Norland Erik Stahl said there was no snow.                                  | Erik Stahl     | Prime Minister of Norland
            Deputy Prime Minister of Arrania Mira Solt told farmers that she was tired.                   | Mira Solt      | Deputy Prime Minister of Arrania
            """)
    void a_name_beside_an_office_told_at_length_is_its_holders(String text, String name, String role) {
        Speaker speaker = only(text);

        assertThat(speaker.name()).isEqualTo(name);
        assertThat(speaker.kind()).isEqualTo(Speaker.Kind.PERSON);
        assertThat(speaker.role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Petra Halloran became harbour minister of Velmara on Monday. Halloran said the lamps had failed.     | harbour minister of Velmara
            Jo Arm was appointed the port's envoy to Elm in May. Arm said the lamps had failed.                  | port's envoy to Elm
            Mayor Jo Arm was named fisheries minister in May. Arm said the lamps had failed.                     | fisheries minister
            Greta Lindholm, who heads the pilots' union, said the lamps had failed.                              | heads the pilots' union
            """)
    void an_office_is_also_told_by_a_verb(String text, String role) {
        assertThat(only(text).role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The African Fisheries Board said that the nets were torn.       | African Fisheries Board
            The Western Herring Council said that the nets were torn.       | Western Herring Council
            The Lowland Millers Federation said that the nets were torn.    | Lowland Millers Federation
            """)
    void a_body_keeps_all_of_its_name(String text, String name) {
        Speaker speaker = only(text);

        assertThat(speaker.name()).isEqualTo(name);
        assertThat(speaker.kind()).isEqualTo(Speaker.Kind.ORGANISATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Jon Berg came to Elm. A senior diplomat said the lamps had failed. He said it would rain.              | senior diplomat
            Jon Berg came to Elm. A senior diplomat said the lamps had failed. "It will rain," he added.           | senior diplomat
            Kit Lind claims the lamp is out. The water minister says the lamp is lit. “I have seen it,” she says.  | water minister
            Jon Berg came to Elm. A fisherman said the lamps had failed. Berg nodded. He said it would rain.       | Jon Berg
            Jon Berg came to Elm. His sister said the lamps had failed. He said it would rain.                     | Jon Berg
            Jon Berg said it would rain. The ministry said the lamps had failed. He said it would snow.            | Jon Berg
            """)
    void who_is_not_named_may_go_on_speaking_as_he_or_she(String text, String name) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .last()
                .satisfies(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly(name));
    }

    @Test
    void an_office_that_is_only_wished_or_denied_is_none() {
        assertThat(only("Jo Arm would become harbour minister in May. Arm said the lamps had failed.")
                        .role())
                .isNull();
        assertThat(only("Jo Arm was not named harbour minister. Arm said the lamps had failed.")
                        .role())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Erik Stahl and Marta Lind said that the ferry was late.                                    | Erik Stahl, Marta Lind
            Prime Minister Erik Stahl and Foreign Minister Marta Lind stressed the importance of oars. | Erik Stahl, Marta Lind
            France and Norway said that the ferry was late.                                              | France, Norway
            The president and chairman of the ferry line, Erik Stahl, said it was late.                | Erik Stahl
            """)
    void two_names_are_two_speakers_and_two_offices_of_one_name_are_one(String text, String names) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .satisfies(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly(names.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A statement from the Norland fisheries ministry said that the eels were gone.  | Norland fisheries ministry
            A letter by Erik Stahl said that the eels were gone.                         | Erik Stahl
            Erik Stahl's message stated that the eels were gone.                         | Erik Stahl
            """)
    void who_wrote_a_statement_or_letter_speaks_in_it(String text, String name) {
        assertThat(only(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Addressing the reporters, Erik Stahl said that the eels were gone.          |
            Speaking with the Norwegian envoy, Erik Stahl said that the eels were gone. |
            In a letter to Jo Arm, the mayor said the eels were gone. Jo Arm laughed.     |
            """)
    void whom_an_introduction_names_is_not_the_speakers_office(String text, String role) {
        assertThat(only(text).role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Norwegian Foreign Minister Jo Arm sang. His Danish counterpart, Marta Lind, said that she would dance. | Marta Lind | Danish Foreign Minister
            German Chancellor Jo Arm sang. French counterpart Marta Lind said that she would dance.                | Marta Lind | French Chancellor
            """)
    void a_counterpart_holds_the_same_office_of_another_state(String text, String name, String role) {
        Speaker speaker = only(text);

        assertThat(speaker.name()).isEqualTo(name);
        assertThat(speaker.role()).isEqualTo(role);
    }

    @Test
    void who_is_named_after_the_office_that_opens_the_news_holds_it() {
        String text = "The ferry line will be sold, Norland's fisheries minister said on Friday.\n\n"
                + "\"It is late, but not too late,\" Olav Sund told reporters.";

        assertThat(engine.extract(ArticleText.of(text)).statements())
                .hasSize(2)
                .allSatisfy(
                        s -> assertThat(s.speakers()).extracting(Speaker::name).containsExactly("Olav Sund"));
    }

    @Test
    void of_two_offices_that_open_the_news_nobody_is_given_one() {
        String text = "The ferry line will be sold, Norland's fisheries minister said. The mayor said it was late.\n\n"
                + "\"It is not too late,\" Olav Sund told reporters.";

        assertThat(engine.extract(ArticleText.of(text)).statements())
                .last()
                .satisfies(s -> assertThat(s.speakers().get(0).role()).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The keeper met the mayor of Elm, Greta Lindholm, before the keeper said the lamp was out. | keeper
            A rival of the mayor, a baker from Elm, said the bread was old.                           | rival of the mayor, a baker from Elm
            The owner of the boat, the Petra Halloran, said it leaked.                                | owner of the boat, the Petra Halloran
            """)
    void a_name_beside_somebody_else_is_not_the_speakers(String text, String name) {
        assertThat(only(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Kestrel Wire reported that the mine had flooded.               | Kestrel Wire
            The Harbor Gazette said the keeper would resign.               | Harbor Gazette
            According to Summit Times, the keeper has left the tower.      | Summit Times
            Northern Broadcasting reported that the ferry had sunk.        | Northern Broadcasting
            Elm Valley News Agency said the pass was closed.               | Elm Valley News Agency
            The Post said that the bakers were on strike.                  | Post
            The Emily Post wrote that the table was set.                   | Emily Post
            """)
    void newspapers_broadcasters_and_agencies_are_organisations(String text, String name) {
        Speaker speaker = only(text);

        assertThat(speaker.name()).isEqualTo(name);
        assertThat(speaker.kind()).isEqualTo(Speaker.Kind.ORGANISATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Emily Post said the table was set.           | Emily Post
            Winston Herald denied that he had left.      | Winston Herald
            Press Secretary Laura Mint said it rained.   | Laura Mint
            """)
    void a_first_name_before_a_surname_of_that_kind_makes_a_person(String text, String name) {
        Speaker speaker = only(text);

        assertThat(speaker.name()).isEqualTo(name);
        assertThat(speaker.kind()).isEqualTo(Speaker.Kind.PERSON);
    }

    private static Speaker only(String text) {
        assertThat(engine.extract(ArticleText.of(text)).statements())
                .singleElement()
                .extracting(ExtractedStatement::speakers)
                .satisfies(all -> assertThat(all).hasSize(1));
        return engine.extract(ArticleText.of(text))
                .statements()
                .get(0)
                .speakers()
                .get(0);
    }
}

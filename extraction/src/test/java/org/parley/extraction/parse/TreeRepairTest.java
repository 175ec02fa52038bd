package org.parley.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeRepairTest {

    private static final Parser PARSER = Parser.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Baker Olga Brenn told her pupils after a quiet lesson that parts of the loaf were eatable. | told  | were
            He told a news conference in Harstad after the vote that turnout had been poor.            | told  | been
            The spokesman said at a briefing in Oslo on Friday that the lambs would be sheared.        | said  | sheared
            She wrote in a letter to the choir that the organ had been tuned.                          | wrote | tuned
            Singers at Elm College estimated at the time that it had shaved a minute off the hymn.      | estimated | shaved
            Choir leader Lena Sorvino said in a brief statement that management "remains committed to a fair deal." | said | remains
            """)
    void what_is_told_hangs_on_the_telling_however_much_stands_between(String text, String saying, String told) {
        Word clause = word(sentence(text), told);
        assertThat(clause.relation()).isEqualTo("ccomp");
        assertThat(clause.head().form()).isEqualTo(saying);
        assertThat(clause.kid("mark").lower()).isEqualTo("that");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The cook praised the soup that her sister had made.          | made
            The guide talked about a lake that the children had crossed. | crossed
            """)
    void a_clause_that_belongs_to_a_noun_stays_with_it(String text, String verb) {
        assertThat(word(sentence(text), verb).head().isNoun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The order, a copy of which was seen by the clerk, calls for a fence. | order | calls
            The choir, many of whose members work at sea, said it would sing.   | choir  | said
            """)
    void a_subject_with_a_clause_about_a_part_of_it_is_its_verbs(String text, String subject, String verb) {
        ParsedSentence sentence = sentence(text);
        Word noun = word(sentence, subject);
        assertThat(noun.relation()).isEqualTo("nsubj");
        assertThat(noun.head().form()).isEqualTo(verb);
        assertThat(noun.kids("relcl")).hasSize(1);
    }

    @Test
    void what_stands_behind_an_object_is_no_part_of_it() {
        for (String behind : List.of("outright", "wholesale", "Tuesday")) {
            ParsedSentence sentence = sentence("The choir dismissed the melody " + behind + ".");
            Word object = word(sentence, "melody");
            assertThat(object.relation()).as(behind).isEqualTo("dobj");
            assertThat(object.head().form()).isEqualTo("dismissed");
            assertThat(word(sentence, behind).head().form()).isEqualTo("dismissed");
            assertThat(object.kid("det").form()).isEqualTo("the");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They baked a loaf that critics in the town described as a brick.  | loaf | critics  | described
            The song, which the judges dismissed as noise, won on Friday.     | song | judges   | dismissed
            The boat left the pier, a turn the captain called rash.           | turn | captain  | called
            """)
    void who_names_a_thing_in_a_clause_of_its_own_is_the_clauses_subject(
            String text, String thing, String namer, String naming) {
        Word verb = word(sentence(text), naming);
        assertThat(verb.head().form()).isEqualTo(thing);
        assertThat(verb.kid("nsubj").form()).isEqualTo(namer);
    }

    @Test
    void who_is_named_behind_a_circumstance_is_the_subject() {
        ParsedSentence sentence = sentence(
                "But in an interview with the BBC, the head of the Orsk Choir Guild, Lev Andar, played down hopes of an early feast.");
        assertThat(word(sentence, "played").kid("nsubj").form()).isEqualTo("head");
        assertThat(word(sentence, "head").kid("appos").form()).isEqualTo("Andar");
    }

    @Test
    void a_participle_of_saying_is_the_main_verbs_and_not_that_of_a_clause_on_a_noun() {
        ParsedSentence sentence = sentence(
                "The baker has hit back at claims that the mill is dragging its feet over a loaf, insisting on Tuesday that bread would come.");
        assertThat(word(sentence, "insisting").head().form()).isEqualTo("hit");
    }

    @Test
    void what_somebody_has_but_is_not_doing_is_said_too() {
        ParsedSentence sentence =
                sentence("The singer's spokeswoman said he was watching the river but had no plans to swim.");
        assertThat(word(sentence, "had").isBelow(word(sentence, "watching"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council's defence minister had earlier ruled out any pause in the hymn before it was sung. | minister  | ruled
            The loaf was burnt, and its chief executive, Per Lund, has threatened to leave the mill.        | executive | threatened
            """)
    void a_subject_is_that_of_the_verb_and_not_of_its_auxiliary(String text, String subject, String verb) {
        Word noun = word(sentence(text), subject);
        assertThat(noun.relation()).isEqualTo("nsubj");
        assertThat(noun.head().form()).isEqualTo(verb);
    }

    @Test
    void who_people_are_that_something_is_known_from_is_no_deed_of_theirs() {
        ParsedSentence sentence = sentence(
                "According to two people briefed on the hymns, the choir dropped its demand for weekend songs.");
        assertThat(word(sentence, "briefed").head().form()).isEqualTo("people");
        assertThat(word(sentence, "According").head().form()).isEqualTo("dropped");
    }

    private static ParsedSentence sentence(String text) {
        return PARSER.parse(text).sentences().get(0);
    }

    private static Word word(ParsedSentence s, String form) {
        return s.words().stream().filter(w -> w.form().equals(form)).findFirst().orElseThrow();
    }
}

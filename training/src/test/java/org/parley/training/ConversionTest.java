package org.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.extraction.parse.Example;

class ConversionTest {

    /** Lines of form, tag, UPOS, head, relation. */
    private static GumSentence sentence(String... rows) {
        int n = rows.length;
        String[][] c = new String[6][n + 1];
        int[] head = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            String[] r = (i == 0 ? "- - - 0 -" : rows[i - 1]).split(" ");
            c[0][i] = r[0];
            c[1][i] = r[0].equals("said") ? "say" : r[0].toLowerCase(java.util.Locale.ROOT);
            c[2][i] = r[2];
            c[3][i] = r[1];
            head[i] = Integer.parseInt(r[3]);
            c[4][i] = r[4];
            c[5][i] = "_";
        }
        return new GumSentence("", c[0], c[1], c[2], c[3], head, c[4], c[5]);
    }

    private static List<String> arcs(GumSentence s) {
        Example x = Conversion.of(s);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            int h = x.heads()[i];
            out.add(x.forms().get(i) + " " + x.relations()[i] + " "
                    + (h == 0 ? "-" : x.forms().get(h - 1)));
        }
        return out;
    }

    @Test
    void a_preposition_heads_its_noun_and_a_copula_its_predicate() {
        assertThat(arcs(sentence(
                        "Roe NNP PROPN 4 nsubj",
                        "is VBZ AUX 4 cop",
                        "an DT DET 4 det",
                        "envoy NN NOUN 0 root",
                        "from IN ADP 6 case",
                        "Lusande NNP PROPN 4 nmod")))
                .containsExactly(
                        "Roe nsubj is",
                        "is root -",
                        "an det envoy",
                        "envoy attr is",
                        "from prep envoy",
                        "Lusande pobj from");
    }

    @Test
    void what_is_said_hangs_on_the_verb_of_saying() {
        assertThat(arcs(sentence(
                        "Talks NNS NOUN 2 nsubj",
                        "failed VBD VERB 0 root",
                        "Roe NNP PROPN 4 nsubj",
                        "said VBD VERB 2 parataxis")))
                .containsExactly("Talks nsubj failed", "failed ccomp said", "Roe nsubj said", "said root -");
    }

    @Test
    void the_last_word_of_a_name_heads_it_and_coordination_is_a_chain() {
        assertThat(arcs(sentence(
                        "Ann NNP PROPN 0 root",
                        "Roe NNP PROPN 1 flat",
                        "and CC CCONJ 4 cc",
                        "Lind NNP PROPN 1 conj",
                        "or CC CCONJ 6 cc",
                        "Quist NNP PROPN 1 conj")))
                .containsExactly(
                        "Ann compound Roe",
                        "Roe root -",
                        "and cc Roe",
                        "Lind conj Roe",
                        "or cc Lind",
                        "Quist conj Lind");
    }

    @Test
    void an_agent_is_told_from_other_prepositions() {
        assertThat(arcs(sentence("told VBN VERB 0 root", "by IN ADP 3 case", "Roe NNP PROPN 1 obl:agent")))
                .containsExactly("told root -", "by agent told", "Roe pobj by");
    }
}

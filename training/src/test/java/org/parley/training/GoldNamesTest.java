package org.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.extraction.names.Gazetteers;

class GoldNamesTest {

    private static final GoldNames NAMES = new GoldNames(Gazetteers.load());

    @Test
    void a_name_is_the_proper_head_of_a_mention_without_its_title() {
        GumSentence s = new GumSentence(
                "President Ann Roe left",
                new String[] {"", "President", "Ann", "Roe", "left"},
                new String[] {"", "President", "Ann", "Roe", "leave"},
                new String[] {"", "PROPN", "PROPN", "PROPN", "VERB"},
                new String[] {"", "NNP", "NNP", "NNP", "VBD"},
                new int[] {0, 2, 4, 2, 0},
                new String[] {"", "nmod:desc", "nsubj", "flat", "root"},
                new String[] {"", "Entity=(1-person-new-x-cf1-1-coref-Ann_Roe", "_", "Entity=1)", "_"});
        assertThat(NAMES.persons(s)).containsExactly(new int[] {2, 3});
        assertThat(NAMES.labels(s, new String[] {"B-PERSON", "I-PERSON", "O", "O"}))
                .containsExactly("O", "B-PERSON", "I-PERSON", "O");
    }

    @Test
    void nested_mentions_are_kept_apart() {
        GumSentence s = new GumSentence(
                "Roe 's aide Lind",
                new String[] {"", "Roe", "'s", "aide", "Lind"},
                new String[] {"", "Roe", "'s", "aide", "Lind"},
                new String[] {"", "PROPN", "PART", "NOUN", "PROPN"},
                new String[] {"", "NNP", "POS", "NN", "NNP"},
                new int[] {0, 3, 1, 0, 3},
                new String[] {"", "nmod:poss", "case", "root", "flat"},
                new String[] {"", "Entity=(2-person-new-x(1-person-new-y", "Entity=1)", "_", "Entity=2)"});
        List<int[]> persons = NAMES.persons(s);
        assertThat(persons)
                .hasSize(2)
                .anySatisfy(p -> assertThat(p).containsExactly(1, 1))
                .anySatisfy(p -> assertThat(p).containsExactly(4, 4));
    }
}

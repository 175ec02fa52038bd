package org.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Example;

class NameSwapTest {

    private static Example example(String... formsAndLabels) {
        List<String> forms =
                List.of(formsAndLabels).stream().map(s -> s.split("/")[0]).toList();
        String[] labels =
                List.of(formsAndLabels).stream().map(s -> s.split("/")[1]).toArray(String[]::new);
        int n = forms.size();
        String[] tags = new String[n];
        String[] relations = new String[n];
        java.util.Arrays.fill(tags, "NNP");
        java.util.Arrays.fill(relations, "dep");
        return new Example(forms, tags, new int[n], relations, labels);
    }

    @Test
    void a_person_has_one_new_name_throughout_and_labels_stay_whole() {
        Gazetteers gazetteers = Gazetteers.load();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Example> swapped = new NameSwap(random, new InventedNames(random, gazetteers))
                    .document(List.of(
                            example("Anna/B-PERSON", "Berg/I-PERSON", "said/O", "no/O"),
                            example("then/O", "Berg/B-PERSON", "left/O")));
            Example full = swapped.get(0);
            Example last = swapped.get(1);
            assertThat(String.join(" ", full.forms()))
                    .doesNotContain("Anna Berg")
                    .endsWith("said no");
            assertThat(full.labels()[0]).isEqualTo("B-PERSON");
            assertThat(full.labels()).hasSize(full.size()).endsWith("O", "O");
            List<String> family = last.forms().subList(1, last.size() - 1);
            assertThat(full.forms().subList(0, full.size() - 2)).endsWith(family.toArray(String[]::new));
            assertThat(last.labels()[1]).isEqualTo("B-PERSON");
            assertThat(List.of(last.labels()).subList(2, last.size() - 1)).allMatch("I-PERSON"::equals);
        }
    }
}

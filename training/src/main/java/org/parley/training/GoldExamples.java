package org.parley.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Example;

/** The manually annotated documents as examples. */
final class GoldExamples {

    private GoldExamples() {}

    /** GUM's trees in the teacher's scheme and its persons' names, beside the teacher's names of other kinds; the teacher's tree where converting fails. */
    static List<List<Example>> read(Path directory, List<List<Example>> taught, Gazetteers gazetteers)
            throws IOException {
        GoldNames names = new GoldNames(gazetteers);
        List<List<GumSentence>> documents = GumSentence.documents(directory);
        List<List<Example>> out = new ArrayList<>();
        for (int d = 0; d < documents.size(); d++) {
            List<Example> sentences = new ArrayList<>();
            for (int i = 0; i < documents.get(d).size(); i++) {
                GumSentence s = documents.get(d).get(i);
                Example teacher = taught.get(d).get(i);
                Example tree = Conversion.of(s);
                Example x = tree == null ? teacher : tree;
                sentences.add(
                        new Example(x.forms(), x.tags(), x.heads(), x.relations(), names.labels(s, teacher.labels())));
            }
            out.add(sentences);
        }
        return out;
    }
}

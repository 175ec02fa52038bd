package org.parley.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.parse.Example;

/** Has the teacher read all text, which takes longer than learning from it; what it says is kept in the work folder. */
final class Teach {

    private Teach() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path work = Files.createDirectories(Path.of(args[1]));
        Teacher teacher = new Teacher();
        List<List<Example>> silver = new ArrayList<>();
        for (RawText d : RawText.all(data.resolve("raw"))) {
            silver.add(teacher.read(d.text()));
        }
        Corpus.write(silver, work.resolve("silver.tsv.gz"));
        for (String part : List.of("train", "news-dev")) {
            List<List<Example>> read = new ArrayList<>();
            for (List<GumSentence> d :
                    GumSentence.documents(data.resolve("gold").resolve(part))) {
                read.add(d.stream().map(s -> teacher.read(s.forms())).toList());
            }
            Corpus.write(read, work.resolve(part + ".tsv.gz"));
        }
        long sentences = silver.stream().mapToLong(List::size).sum();
        System.out.println("the teacher read " + silver.size() + " documents, " + sentences + " sentences");
    }
}

package org.parley.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Example;
import org.parley.extraction.parse.Quality;

/** Says how good a model is on twelve news articles that no part of it has seen: against annotators and against the teacher. */
final class Measure {

    private Measure() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path work = Path.of(args[1]);
        Gazetteers gazetteers = Gazetteers.load();
        Quality quality = new Quality(Path.of(args[2]), gazetteers);
        List<List<Example>> teacher = Corpus.read(work.resolve("news-dev.tsv.gz"));
        List<List<Example>> gold = GoldExamples.read(data.resolve("gold/news-dev"), teacher, gazetteers);
        System.out.println(quality.trees("gold", flat(gold)));
        System.out.println(quality.trees("teacher", flat(teacher)));
        quality.names("gold", gold, EntityType.PERSON).forEach(System.out::println);
        quality.names(
                        "teacher",
                        teacher,
                        EntityType.PERSON,
                        EntityType.ORG,
                        EntityType.GPE,
                        EntityType.NORP,
                        EntityType.DATE)
                .forEach(System.out::println);
    }

    private static List<Example> flat(List<List<Example>> documents) {
        return documents.stream().flatMap(List::stream).toList();
    }
}

package org.parley.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Example;
import org.parley.extraction.parse.ModelTrainer;
import org.parley.extraction.parse.Recipe;

/** Makes the parser's model from the texts of training/data and says how good it is. Usage: see training/README.md. */
final class Train {

    private Train() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path work = Path.of(args[1]);
        Path model = Path.of(args[2]);
        Recipe recipe = new Recipe(
                Integer.getInteger("seeds", 3),
                Integer.getInteger("tagPasses", 5),
                Integer.getInteger("treePasses", 6),
                Integer.getInteger("namePasses", 4),
                Integer.getInteger("goldCopies", 3));
        Gazetteers gazetteers = Gazetteers.load();
        List<List<Example>> silver = Corpus.read(work.resolve("silver.tsv.gz"));
        List<List<Example>> gold =
                GoldExamples.read(data.resolve("gold/train"), Corpus.read(work.resolve("train.tsv.gz")), gazetteers);
        List<List<Example>> swapped = new ArrayList<>();
        Random random = new Random(1);
        NameSwap swap = new NameSwap(random, new InventedNames(random, gazetteers));
        for (int copy = 0; copy < Integer.getInteger("swaps", 1); copy++) {
            silver.forEach(d -> swapped.add(swap.document(d)));
            gold.forEach(d -> swapped.add(swap.document(d)));
        }
        long start = System.nanoTime();
        new ModelTrainer(recipe, silver, gold, swapped)
                .train(Files.readString(data.resolve("NOTICE.txt")), gazetteers, model);
        System.out.printf(
                "trained in %d s, model %d KB%n", (System.nanoTime() - start) / 1_000_000_000, Files.size(model) >> 10);
    }
}

package org.parley.extraction.parse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.parley.extraction.names.Gazetteers;

/** Trains the tables of {@link Model} one after the other. Lives in the parser's package so that features and tables need not be public. */
public final class ModelTrainer {

    private final Recipe recipe;
    private final List<String> tags;
    private final List<String> relations;
    private final List<List<Lesson>> silver;
    private final List<List<Lesson>> gold;
    private final List<List<Lesson>> namesOnly;
    private final long start = System.nanoTime();
    private final List<Lesson> forTrees = new ArrayList<>();

    /**
     * @param silver documents of sentences as the teacher reads them, with names
     * @param gold documents with manual trees, and names
     * @param namesOnly documents whose trees are not to be learned
     */
    public ModelTrainer(
            Recipe recipe, List<List<Example>> silver, List<List<Example>> gold, List<List<Example>> namesOnly) {
        this.recipe = recipe;
        TreeSet<String> tagNames = new TreeSet<>();
        TreeSet<String> relationNames = new TreeSet<>();
        for (List<List<Example>> documents : List.of(silver, gold)) {
            for (List<Example> document : documents) {
                for (Example x : document) {
                    tagNames.addAll(List.of(x.tags()));
                    relationNames.addAll(List.of(x.relations()));
                }
            }
        }
        tags = List.copyOf(tagNames);
        relations = List.copyOf(relationNames);
        this.silver = lessons(silver);
        this.gold = lessons(gold);
        this.namesOnly = lessons(namesOnly);
        this.silver.forEach(forTrees::addAll);
        for (int i = 0; i < recipe.goldCopies(); i++) {
            this.gold.forEach(forTrees::addAll);
        }
    }

    private List<List<Lesson>> lessons(List<List<Example>> documents) {
        return documents.stream()
                .map(d -> d.stream().map(x -> new Lesson(x, tags, relations)).toList())
                .toList();
    }

    /** Trains and writes the model file. */
    public void train(String notice, Gazetteers gazetteers, Path file) throws IOException {
        Learner tagger = new Learner(Recipe.TAG_BITS, tags.size());
        for (int seed = 1; seed <= recipe.seeds(); seed++) {
            Lessons.tags(tagger, forTrees, recipe.tagPasses(), new Random(seed));
            tagger.finish();
            say("tags, seed " + seed);
        }
        guessTags();
        Learner moves = new Learner(Recipe.MOVE_BITS, 3);
        Learner labels = new Learner(Recipe.LABEL_BITS, relations.size());
        for (int seed = 1; seed <= recipe.seeds(); seed++) {
            Lessons.trees(moves, labels, forTrees, recipe.treePasses(), new Random(seed));
            moves.finish();
            labels.finish();
            say("trees, seed " + seed);
        }
        guess(tagger, namesOnly);
        NameLists lists = new NameLists(gazetteers);
        List<List<Lesson>> forNames = new ArrayList<>(silver);
        forNames.addAll(gold);
        forNames.addAll(namesOnly);
        Learner names = new Learner(Recipe.NAME_BITS, NameTagger.LABELS);
        for (int seed = 1; seed <= recipe.seeds(); seed++) {
            Lessons.names(names, lists, forNames, recipe.namePasses(), new Random(seed));
            names.finish();
            say("names, seed " + seed);
        }
        Model model =
                new Model(notice, tags, relations, tagger.sparse(), moves.dense(), labels.sparse(), names.sparse());
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }

    /** Tags each half of the lessons by a tagger that learned from the other half. */
    private void guessTags() {
        for (int half = 0; half < 2; half++) {
            List<Lesson> learn = new ArrayList<>();
            List<List<Lesson>> guess = new ArrayList<>();
            for (List<List<Lesson>> documents : List.of(silver, gold)) {
                for (int d = 0; d < documents.size(); d++) {
                    if (d % 2 == half) {
                        learn.addAll(documents.get(d));
                    } else {
                        guess.add(documents.get(d));
                    }
                }
            }
            Learner table = new Learner(Recipe.TAG_BITS, tags.size());
            Lessons.tags(table, learn, 2, new Random(half));
            table.finish();
            guess(table, guess);
        }
        say("guessed tags");
    }

    private static void guess(Learner table, List<List<Lesson>> documents) {
        Tagger tagger = new Tagger(table.sparse());
        Features f = new Features();
        documents.forEach(d -> d.forEach(x -> x.guessedTags = tagger.tag(x.encoded, f)));
    }

    private void say(String done) {
        System.out.println((System.nanoTime() - start) / 1_000_000_000 + " s: " + done);
    }
}

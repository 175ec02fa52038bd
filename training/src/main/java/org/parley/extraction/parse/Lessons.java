package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How the three parts learn: each pass over the lessons in a new order, correcting the table after each wrong decision. */
final class Lessons {

    private Lessons() {}

    static void tags(Learner table, List<Lesson> lessons, int passes, Random random) {
        List<Lesson> order = new ArrayList<>(lessons);
        Features f = new Features();
        int[] score = new int[table.classes()];
        for (int p = 0; p < passes; p++) {
            Collections.shuffle(order, random);
            for (Lesson x : order) {
                int[] tags = Tagger.blank(x.encoded);
                for (int i = 1; i <= x.encoded.n; i++) {
                    Tagger.features(x.encoded, i, tags, f);
                    table.score(f, score);
                    tags[i] = Scorer.best(score, score.length);
                    table.tick();
                    if (tags[i] != x.tags[i]) {
                        table.correct(f, x.tags[i], tags[i]);
                    }
                }
            }
        }
    }

    /** Half of the sentences with their right tags, half with guessed ones, since the parser has to live with the tagger's mistakes. */
    static void trees(Learner moves, Learner labels, List<Lesson> lessons, int passes, Random random) {
        List<Lesson> order = new ArrayList<>(lessons);
        TreeLesson lesson = new TreeLesson(moves, labels, random);
        for (int p = 0; p < passes; p++) {
            Collections.shuffle(order, random);
            for (Lesson x : order) {
                lesson.learn(x, random.nextBoolean() ? x.tags : x.guessedTags);
            }
        }
    }

    /** A document at a time: the memory of names runs through it. */
    static void names(Learner table, NameLists lists, List<List<Lesson>> documents, int passes, Random random) {
        List<List<Lesson>> order = new ArrayList<>(documents);
        Features f = new Features();
        int[] score = new int[NameTagger.LABELS];
        for (int p = 0; p < passes; p++) {
            Collections.shuffle(order, random);
            for (List<Lesson> document : order) {
                List<Encoded> sentences = document.stream().map(x -> x.encoded).toList();
                List<int[]> marks = sentences.stream().map(lists::mark).toList();
                DocumentMemory memory = new DocumentMemory(sentences, marks);
                for (int s = 0; s < document.size(); s++) {
                    NameRepair.tidy(sentences.get(s), marks.get(s), document.get(s).labels);
                    name(table, document.get(s), marks.get(s), memory, f, score, random);
                }
            }
        }
    }

    private static final double BLANK = Double.parseDouble(System.getProperty("blank", "0.4"));

    /** Takes features away at random, so that none is relied on alone. */
    private static void blank(Features f, double share, Random random) {
        int kept = 0;
        for (int i = 0; i < f.size; i++) {
            if (random.nextFloat() >= share) {
                f.hash[kept++] = f.hash[i];
            }
        }
        f.size = kept;
    }

    private static void name(
            Learner table, Lesson x, int[] marks, DocumentMemory memory, Features f, int[] score, Random random) {
        int[] labels = new int[x.encoded.n + 2];
        for (int i = 1; i <= x.encoded.n; i++) {
            NameFeatures.of(x.encoded, i, x.guessedTags, marks, memory, labels, f);
            blank(f, BLANK, random);
            table.score(f, score);
            labels[i] = NameTagger.best(score, labels[i - 1]);
            table.tick();
            if (labels[i] != x.labels[i]) {
                table.correct(f, x.labels[i], labels[i]);
            }
        }
        NameRepair.tidy(x.encoded, marks, labels);
        for (int i = 1; i <= x.encoded.n; i++) {
            if (labels[i] != NameTagger.OUTSIDE) {
                memory.labelled(x.encoded, i, labels[i]);
            }
        }
    }
}

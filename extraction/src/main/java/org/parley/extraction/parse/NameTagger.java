package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels tokens as beginning (B), inside (I) or outside (O) a name, date or figure, left to right through a whole text, with gazetteers and
 * the text's other capitalised words as hints.
 */
final class NameTagger {

    private static final List<EntityType> TYPES = List.of(EntityType.values());

    static final int OUTSIDE = 0;
    static final int LABELS = 1 + 2 * TYPES.size();

    private final Scorer scorer;
    private final NameLists lists;
    private final boolean[] properNouns;

    NameTagger(Scorer scorer, NameLists lists, List<String> tagNames) {
        this.scorer = scorer;
        this.lists = lists;
        properNouns = new boolean[tagNames.size()];
        for (int t = 0; t < properNouns.length; t++) {
            properNouns[t] = tagNames.get(t).startsWith("NNP");
        }
    }

    static int begin(EntityType type) {
        return 1 + 2 * TYPES.indexOf(type);
    }

    static int inside(EntityType type) {
        return 2 + 2 * TYPES.indexOf(type);
    }

    static boolean isInside(int label) {
        return label > 0 && label % 2 == 0;
    }

    static EntityType type(int label) {
        return label <= 0 ? null : TYPES.get((label - 1) / 2);
    }

    /** Labels of tokens 1 to n of each sentence of one text. */
    List<int[]> label(List<Encoded> sentences, List<int[]> tags, Features f) {
        List<int[]> marks = sentences.stream().map(lists::mark).toList();
        DocumentMemory memory = new DocumentMemory(sentences, marks);
        List<int[]> out = new ArrayList<>();
        int[] score = new int[LABELS];
        for (int s = 0; s < sentences.size(); s++) {
            Encoded e = sentences.get(s);
            int[] labels = new int[e.n + 2];
            for (int i = 1; i <= e.n; i++) {
                NameFeatures.of(e, i, tags.get(s), marks.get(s), memory, labels, f);
                scorer.score(f, score);
                labels[i] = best(score, labels[i - 1]);
            }
            NameRepair.tidy(e, marks.get(s), labels);
            OfficeNames.tidy(e, marks.get(s), labels);
            OutletNames.tidy(e, marks.get(s), labels);
            for (int i = 1; i <= e.n; i++) {
                if (labels[i] != OUTSIDE) {
                    memory.labelled(e, i, labels[i]);
                }
            }
            out.add(labels);
        }
        new SameNames(sentences, marks, out).apply(tags, properNouns);
        return out;
    }

    /** An inside label only goes on with a name of its own type. */
    static int best(int[] score, int before) {
        int best = OUTSIDE;
        for (int k = 1; k < LABELS; k++) {
            if (score[k] > score[best] && (!isInside(k) || before == k || before == k - 1)) {
                best = k;
            }
        }
        return best;
    }
}

package org.parley.extraction.parse;

/** Part-of-speech tags, left to right, each with an eye on the two before it. */
final class Tagger {

    private final Scorer scorer;

    Tagger(Scorer scorer) {
        this.scorer = scorer;
    }

    /** Tag numbers of tokens 1 to n; -1 before and behind. */
    int[] tag(Encoded e, Features f) {
        int[] tags = blank(e);
        int[] score = new int[scorer.classes()];
        for (int i = 1; i <= e.n; i++) {
            features(e, i, tags, f);
            scorer.score(f, score);
            tags[i] = Scorer.best(score, score.length);
        }
        return tags;
    }

    static int[] blank(Encoded e) {
        int[] tags = new int[e.n + 2];
        tags[0] = -1;
        tags[e.n + 1] = -2;
        return tags;
    }

    static void features(Encoded e, int i, int[] tags, Features f) {
        int before = tags[i - 1];
        int before2 = i > 1 ? tags[i - 2] : -1;
        int w = e.word[i];
        int prev = e.word[i - 1];
        int next = e.word[i + 1];
        int shape = e.shape[i];
        f.clear();
        f.add(0, 0);
        f.add(1, w);
        f.add(2, before);
        f.add(3, before, before2);
        f.add(4, before, w);
        f.add(5, e.suffix1[i]);
        f.add(6, e.suffix2[i]);
        f.add(7, e.suffix3[i]);
        f.add(8, e.prefix3[i]);
        f.add(9, shape);
        f.add(10, prev);
        f.add(11, next);
        f.add(12, i > 1 ? e.word[i - 2] : Encoded.BEFORE);
        f.add(13, i < e.n ? e.word[i + 2] : Encoded.BEHIND);
        f.add(14, prev, w);
        f.add(15, w, next);
        f.add(16, shape, i == 1 ? 1 : 0);
        f.add(17, e.suffix3[i + 1]);
        f.add(18, shape, before);
        f.add(19, e.shape[i + 1], shape);
        f.add(20, e.suffix4[i], before);
        f.add(21, before, next);
        f.add(22, e.shape[i - 1], shape, e.shape[i + 1]);
        f.add(23, e.prefix2[i], e.suffix2[i]);
    }
}

package org.parley.extraction.parse;

/** Adds up what a decision's features say for each class: {@link DenseWeights} and {@link SparseWeights} when parsing, a table under training when learning. */
interface Scorer {

    int classes();

    /** Overwrites the first {@link #classes()} of {@code out}. */
    void score(Features features, int[] out);

    static int best(int[] scores, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (scores[k] > scores[best]) {
                best = k;
            }
        }
        return best;
    }
}

package org.parley.extraction.parse;

/**
 * Dependency trees by arc-hybrid moves, greedily: one table chooses the move, another the relation of the arc it makes. 2n moves for n
 * tokens.
 */
final class TreeParser {

    private final Scorer moves;
    private final Scorer labels;

    TreeParser(Scorer moves, Scorer labels) {
        this.moves = moves;
        this.labels = labels;
    }

    State parse(Encoded e, int[] tags, Features f) {
        State c = new State(e, tags);
        int[] score = new int[3];
        int[] labelScore = new int[labels.classes()];
        while (!c.done()) {
            TreeFeatures.move(c, f);
            moves.score(f, score);
            int move = best(c, score);
            if (move == State.SHIFT) {
                c.shift();
                continue;
            }
            int head = move == State.LEFT ? c.next : c.below();
            TreeFeatures.label(c, move, c.top(), head, f);
            labels.score(f, labelScore);
            c.reduce(head, Scorer.best(labelScore, labelScore.length));
        }
        return c;
    }

    /** The best of the moves that the state allows; one always is. */
    static int best(State c, int[] score) {
        int best = -1;
        for (int k = 0; k < 3; k++) {
            if (c.may(k) && (best < 0 || score[k] > score[best])) {
                best = k;
            }
        }
        return best;
    }
}

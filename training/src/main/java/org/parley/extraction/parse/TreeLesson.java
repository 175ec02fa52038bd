package org.parley.extraction.parse;

import java.util.Random;

/** Learns moves with a dynamic oracle (Goldberg and Nivre 2013): it mostly goes on from its own mistakes and learns the best way out of them. */
final class TreeLesson {

    private static final double PUT_RIGHT = 0.3;

    private final Learner moves;
    private final Learner labels;
    private final Random random;
    private final Features f = new Features();
    private final int[] score = new int[3];
    private final int[] labelScore;
    private final int[] cost = new int[3];

    TreeLesson(Learner moves, Learner labels, Random random) {
        this.moves = moves;
        this.labels = labels;
        this.random = random;
        labelScore = new int[labels.classes()];
    }

    void learn(Lesson x, int[] tags) {
        State c = new State(x.encoded, tags);
        while (!c.done()) {
            int move = move(c, x);
            if (move == State.SHIFT) {
                c.shift();
            } else {
                int head = move == State.LEFT ? c.next : c.below();
                c.reduce(head, label(c, x, move, head));
            }
        }
    }

    private int move(State c, Lesson x) {
        TreeFeatures.move(c, f);
        moves.score(f, score);
        int move = TreeParser.best(c, score);
        costs(c, x.heads);
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < 3; k++) {
            least = c.may(k) ? Math.min(least, cost[k]) : least;
        }
        moves.tick();
        if (cost[move] == least) {
            return move;
        }
        int right = -1;
        for (int k = 0; k < 3; k++) {
            if (c.may(k) && cost[k] == least && (right < 0 || score[k] > score[right])) {
                right = k;
            }
        }
        moves.correct(f, right, move);
        return random.nextDouble() < PUT_RIGHT ? right : move;
    }

    private int label(State c, Lesson x, int move, int head) {
        int dependent = c.top();
        TreeFeatures.label(c, move, dependent, head, f);
        labels.score(f, labelScore);
        int label = Scorer.best(labelScore, labelScore.length);
        labels.tick();
        if (x.heads[dependent] != head) {
            return label;
        }
        int right = x.relations[dependent];
        if (right != label) {
            labels.correct(f, right, label);
        }
        return right;
    }

    /** How many right arcs each move makes impossible. */
    private void costs(State c, int[] gold) {
        int top = c.top();
        int dependents = 0;
        for (int i = c.next; top > 0 && i < c.root; i++) {
            dependents += gold[i] == top ? 1 : 0;
        }
        cost[State.SHIFT] = 0;
        for (int i = 0; i < c.size; i++) {
            int s = c.stack[i];
            cost[State.SHIFT] += gold[s] == c.next ? 1 : 0;
            cost[State.SHIFT] += i < c.size - 1 && c.next < c.root && gold[c.next] == s ? 1 : 0;
        }
        boolean hangsBelow = top > 0 && c.size > 1 && gold[top] == c.below();
        cost[State.LEFT] = top == 0 ? 0 : dependents + (hangsBelow ? 1 : 0) + (gold[top] > c.next ? 1 : 0);
        cost[State.RIGHT] = top == 0 ? 0 : dependents + (gold[top] >= c.next ? 1 : 0);
    }
}

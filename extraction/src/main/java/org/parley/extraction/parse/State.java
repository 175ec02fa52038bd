package org.parley.extraction.parse;

import java.util.Arrays;

/** An arc-hybrid parser's stack, its place in the sentence and the arcs so far. Tokens are 1 to n, n + 1 is the root, 0 is nothing. */
final class State {

    static final int SHIFT = 0;
    /** The stack's top hangs on the next word. */
    static final int LEFT = 1;
    /** The stack's top hangs on the one below it. */
    static final int RIGHT = 2;

    final Encoded sentence;
    final int[] tags;
    final int root;
    final int[] stack;
    int size;
    int next = 1;
    final int[] head;
    final int[] label;
    final int[] left;
    final int[] left2;
    final int[] right;
    final int[] right2;
    final int[] lefts;
    final int[] rights;

    State(Encoded sentence, int[] tags) {
        this.sentence = sentence;
        this.tags = tags;
        root = sentence.n + 1;
        int n = sentence.n + 2;
        stack = new int[n];
        head = new int[n];
        label = new int[n];
        left = new int[n];
        left2 = new int[n];
        right = new int[n];
        right2 = new int[n];
        lefts = new int[n];
        rights = new int[n];
        Arrays.fill(head, -1);
        Arrays.fill(label, -1);
    }

    boolean done() {
        return next == root && size == 0;
    }

    boolean may(int move) {
        return switch (move) {
            case SHIFT -> next < root;
            case LEFT -> size > 0;
            default -> size > 1;
        };
    }

    int top() {
        return size > 0 ? stack[size - 1] : 0;
    }

    int below() {
        return size > 1 ? stack[size - 2] : 0;
    }

    int below2() {
        return size > 2 ? stack[size - 3] : 0;
    }

    void shift() {
        stack[size++] = next++;
    }

    /** Takes the top off and hangs it on {@code on}. */
    void reduce(int on, int relation) {
        int d = stack[--size];
        head[d] = on;
        label[d] = relation;
        if (d < on) {
            left2[on] = left[on];
            left[on] = d;
            lefts[on]++;
        } else {
            right2[on] = right[on];
            right[on] = d;
            rights[on]++;
        }
    }

    int word(int i) {
        return i <= 0 ? -1 : i > sentence.n ? -2 : sentence.word[i];
    }

    int tag(int i) {
        return i <= 0 ? -1 : i > sentence.n ? -2 : tags[i];
    }

    int label(int i) {
        return i <= 0 ? -1 : label[i];
    }
}

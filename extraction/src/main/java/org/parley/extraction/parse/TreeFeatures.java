package org.parley.extraction.parse;

/** What the tree parser looks at: words and tags around the stack's top and the next word, their kids, counts and distances (after Zhang and Nivre 2011). */
final class TreeFeatures {

    private static final int LABEL = 200;

    private TreeFeatures() {}

    static void move(State c, Features f) {
        int s0 = c.top();
        int s1 = c.below();
        int s2 = c.below2();
        int b0 = c.next;
        int b1 = b0 + 1 <= c.root ? b0 + 1 : 0;
        int b2 = b0 + 2 <= c.root ? b0 + 2 : 0;
        f.clear();
        words(c, f, s0, s1, s2, b0, b1, b2);
        kids(c, f, s0, s1, b0);
    }

    private static void words(State c, Features f, int s0, int s1, int s2, int b0, int b1, int b2) {
        int ws0 = c.word(s0);
        int ws1 = c.word(s1);
        int wb0 = c.word(b0);
        int wb1 = c.word(b1);
        int ps0 = c.tag(s0);
        int ps1 = c.tag(s1);
        int ps2 = c.tag(s2);
        int pb0 = c.tag(b0);
        int pb1 = c.tag(b1);
        int pb2 = c.tag(b2);
        f.add(0, 0);
        f.add(1, ws0);
        f.add(2, ps0);
        f.add(3, ws0, ps0);
        f.add(4, ws1);
        f.add(5, ps1);
        f.add(6, ws1, ps1);
        f.add(7, wb0);
        f.add(8, pb0);
        f.add(9, wb0, pb0);
        f.add(10, wb1);
        f.add(11, pb1);
        f.add(12, pb2);
        f.add(13, c.word(b2));
        f.add(14, ps2);
        f.add(15, c.word(s2));
        f.add(16, ws0, ps0, pb0);
        f.add(17, ps0, wb0, pb0);
        f.add(18, ws0, wb0);
        f.add(19, ws0, ps0, wb0, pb0);
        f.add(20, ps0, pb0, pb1);
        f.add(21, pb0, pb1, pb2);
        f.add(22, ps0, ps1, pb0);
        f.add(23, ps0, ps1);
        f.add(24, ws0, ws1);
        f.add(25, ws1, ps0);
        f.add(26, ps1, ws0);
        f.add(27, ps0, ps1, ps2);
        f.add(28, ws1, ps1, ps0, pb0);
        f.add(29, ps1, ws0, ps0, pb0);
        f.add(30, ps0, pb0, pb1, pb2);
        f.add(31, ws0, pb0);
        f.add(32, ps0, wb0);
        f.add(33, ps1, pb0);
        f.add(34, ws1, wb0);
        f.add(35, wb0, pb1);
        f.add(36, pb0, wb1);
        f.add(37, ps0, wb0, pb1);
    }

    private static void kids(State c, Features f, int s0, int s1, int b0) {
        int ws0 = c.word(s0);
        int ws1 = c.word(s1);
        int ps0 = c.tag(s0);
        int ps1 = c.tag(s1);
        int pb0 = c.tag(b0);
        int a = c.left[s0];
        int b = c.right[s0];
        int d = c.left[b0];
        int e = c.left[s1];
        int r = c.right[s1];
        int near = s0 == 0 ? 0 : Math.min(b0 - s0, 6);
        int near2 = s1 == 0 ? 0 : Math.min(s0 - s1, 6);
        f.add(50, ps0, c.tag(a), pb0);
        f.add(51, ps0, c.tag(b), pb0);
        f.add(52, ps0, c.tag(d), pb0);
        f.add(53, ps1, c.tag(r), ps0);
        f.add(54, ps1, c.tag(e), ps0);
        f.add(55, ws0, c.label(a));
        f.add(56, ws0, c.label(b));
        f.add(57, c.word(b0), c.label(d));
        f.add(58, ps0, c.label(a), c.label(c.left2[s0]));
        f.add(59, ps0, c.label(b), c.label(c.right2[s0]));
        f.add(60, ps1, c.label(e), c.label(r));
        f.add(61, pb0, c.label(d), c.lefts[b0]);
        f.add(62, ps0, c.rights[s0], c.lefts[s0]);
        f.add(63, ws0, c.rights[s0]);
        f.add(64, ws1, c.label(r), ps0);
        f.add(65, ws1, c.rights[s1], ps0);
        f.add(66, ps0, pb0, near);
        f.add(67, ws0, pb0, near);
        f.add(68, ps1, ps0, near2);
        f.add(69, c.label(a), c.label(b), ps0, pb0);
        f.add(70, c.word(a), ps0, pb0);
        f.add(71, c.word(b), ps0, pb0);
        f.add(72, c.word(r), ps1, ps0);
    }

    /** The words to be joined and what the move has seen: on top of {@link #move}'s features. */
    static void label(State c, int move, int dependent, int head, Features f) {
        int wd = c.word(dependent);
        int wh = c.word(head);
        int td = c.tag(dependent);
        int th = c.tag(head);
        f.add(LABEL + move, 0);
        f.add(LABEL + 2 + move, wd, wh);
        f.add(LABEL + 4 + move, td, th);
        f.add(LABEL + 6 + move, wd, th);
        f.add(LABEL + 8 + move, td, wh);
        f.add(LABEL + 10 + move, td, th, c.label(c.left[dependent]), c.label(c.right[dependent]));
        f.add(LABEL + 12 + move, wh, th, Math.max(-5, Math.min(5, dependent - head)));
    }
}

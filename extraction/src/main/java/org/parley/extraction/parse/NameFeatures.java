package org.parley.extraction.parse;

/** What the name tagger looks at: words, shapes and tags around, gazetteer marks, and what the rest of the text shows. */
final class NameFeatures {

    private NameFeatures() {}

    static void of(Encoded e, int i, int[] tags, int[] marks, DocumentMemory memory, int[] labels, Features f) {
        int before = labels[i - 1];
        int before2 = i > 1 ? labels[i - 2] : -1;
        int w = e.word[i];
        int shape = e.shape[i];
        int prev = e.word[i - 1];
        int next = e.word[i + 1];
        f.clear();
        f.add(0, 0);
        f.add(1, before);
        f.add(2, before, before2);
        for (int d = -2; d <= 2; d++) {
            int at = Math.max(0, Math.min(e.n + 1, i + d));
            f.add(10 + d, e.word[at]);
            f.add(20 + d, e.shape[at]);
            f.add(30 + d, tags[at]);
            f.add(40 + d, e.shape[at], shape);
            f.add(45 + d, marks[at]);
        }
        f.add(50, before, w);
        f.add(51, before, shape);
        f.add(52, e.suffix2[i]);
        f.add(53, e.suffix3[i]);
        f.add(54, e.suffix4[i]);
        f.add(55, e.prefix2[i]);
        f.add(56, e.prefix3[i]);
        f.add(57, prev, w);
        f.add(58, w, next);
        f.add(59, tags[i - 1], tags[i], tags[i + 1]);
        f.add(60, i == 1 ? 1 : 0, shape);
        f.add(61, before, prev, shape);
        f.add(62, next, shape, before);
        lists(e, i, tags, marks, before, f);
        document(e, i, tags, memory, before, f);
    }

    private static void lists(Encoded e, int i, int[] tags, int[] marks, int before, Features f) {
        int shape = e.shape[i];
        f.add(70, marks[i], before);
        f.add(71, marks[i], shape);
        f.add(72, marks[i - 1], shape, before);
        f.add(73, marks[i], marks[i + 1], shape);
        f.add(74, marks[i - 1], marks[i], before);
        f.add(75, marks[i], tags[i], e.word[i + 1]);
        f.add(76, marks[i + 1], e.shape[i + 1], shape);
        for (int bit = 0; bit < 2 * NameLists.INSIDE; bit++) {
            if ((marks[i] >> bit & 1) != 0) {
                f.add(80 + bit, before);
            }
        }
    }

    private static void document(Encoded e, int i, int[] tags, DocumentMemory memory, int before, Features f) {
        int shows = memory.shows(e, i);
        int last = memory.lastLabel(e, i);
        f.add(100, last);
        f.add(101, last, before, e.shape[i]);
        if (e.capital[i]) {
            f.add(102, shows);
            f.add(103, shows, before);
            f.add(104, memory.person(shows) ? 1 : 0, before, tags[i]);
            for (int bit = 1; bit < 9; bit++) {
                f.add(105 + bit, shows >> bit & 1, before);
            }
            int after = memory.shows(e, i + 1);
            f.add(120, memory.person(after) ? 1 : 0, before, e.shape[i + 1]);
        }
    }
}

package org.parley.events.search;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text that was found, and whether it is one of the words looked for. */
record Highlight(String text, boolean hit) {

    /** Private-use characters, which no article means anything by. */
    static final char START = '\uE000';

    static final char STOP = '\uE001';

    /** The pieces of a text whose hits stand between {@link #START} and {@link #STOP}. */
    static List<Highlight> of(String marked) {
        List<Highlight> pieces = new ArrayList<>();
        int from = 0;
        while (from < marked.length()) {
            int start = marked.indexOf(START, from);
            int stop = start < 0 ? -1 : marked.indexOf(STOP, start);
            if (stop < 0) {
                add(pieces, marked.substring(from), false);
                return pieces;
            }
            add(pieces, marked.substring(from, start), false);
            add(pieces, marked.substring(start + 1, stop), true);
            from = stop + 1;
        }
        return pieces;
    }

    private static void add(List<Highlight> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Highlight(text, hit));
        }
    }
}

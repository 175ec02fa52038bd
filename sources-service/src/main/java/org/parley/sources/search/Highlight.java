package org.parley.sources.search;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text that was found, and whether it is one of the words looked for. */
record Highlight(String text, boolean hit) {

    /** Private-use characters: no text of an article means anything by them. */
    static final char START = '\uE000';

    static final char STOP = '\uE001';

    /** The pieces of a text whose hits stand between {@link #START} and {@link #STOP}. */
    static List<Highlight> of(String marked) {
        List<Highlight> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean hit = false;
        for (int i = 0; i <= marked.length(); i++) {
            char c = i < marked.length() ? marked.charAt(i) : STOP;
            if (c != START && c != STOP) {
                piece.append(c);
                continue;
            }
            if (!piece.isEmpty()) {
                pieces.add(new Highlight(piece.toString(), hit));
                piece.setLength(0);
            }
            hit = c == START;
        }
        return pieces;
    }
}

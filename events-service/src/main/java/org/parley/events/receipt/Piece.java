package org.parley.events.receipt;

import java.util.ArrayList;
import java.util.List;

/** A part of a text that is compared as one; the pieces of a text follow each other without a gap. */
record Piece(int start, int end) {

    int length() {
        return end - start;
    }

    /** Lines, each with the line breaks after it. */
    static List<Piece> paragraphs(String text, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        for (int at = from; at < to; at++) {
            boolean ends = text.charAt(at) == '\n' && (at + 1 == to || text.charAt(at + 1) != '\n');
            if (ends) {
                pieces.add(new Piece(start, at + 1));
                start = at + 1;
            }
        }
        if (start < to) {
            pieces.add(new Piece(start, to));
        }
        return pieces;
    }

    /** Words, runs of white space, and each other character by itself. */
    static List<Piece> words(String text, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || breaks(text.charAt(at - 1), text.charAt(at))) {
                pieces.add(new Piece(start, at));
                start = at;
            }
        }
        return pieces;
    }

    static Piece cover(List<Piece> pieces) {
        return new Piece(pieces.get(0).start(), pieces.get(pieces.size() - 1).end());
    }

    private static boolean breaks(char left, char right) {
        if (Character.isSurrogate(left) || Character.isSurrogate(right)) {
            // Both halves of a pair change together or not at all.
            return !(Character.isHighSurrogate(left) && Character.isLowSurrogate(right));
        }
        boolean word = Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
        boolean space = Character.isWhitespace(left) && Character.isWhitespace(right);
        return !word && !space;
    }
}

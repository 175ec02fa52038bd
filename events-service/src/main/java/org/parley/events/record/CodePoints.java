package org.parley.events.record;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts offsets of a text in code points, as the Web Annotation model does, where ours count UTF-16 code units. */
final class CodePoints {

    /** Where a character of two units stands, in order. */
    private final int[] pairs;

    private CodePoints(int[] pairs) {
        this.pairs = pairs;
    }

    static CodePoints of(String text) {
        return new CodePoints(IntStream.range(0, text.length())
                .filter(at -> Character.isHighSurrogate(text.charAt(at)))
                .toArray());
    }

    /** The offset in code points of an offset in code units. */
    int at(int offset) {
        int before = Arrays.binarySearch(pairs, offset);
        return offset - (before >= 0 ? before : -before - 1);
    }
}

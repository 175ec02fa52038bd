package org.parley.events.utterance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A small, fixed-size picture of a text: the smallest hashes of its rows of five words. What two texts have in common of
 * theirs tells what the texts have in common.
 */
final class Sketch {

    private static final int ROW = 5;
    private static final int SIZE = 128;
    /** Two accounts of one event share quotations; this much they share only when one was copied. */
    private static final double COPIED = 0.25;

    private Sketch() {}

    static List<Long> of(String text) {
        List<String> words = Wording.words(text);
        TreeSet<Long> smallest = new TreeSet<>();
        for (int i = 0; i + ROW <= words.size(); i++) {
            smallest.add(hash(words.subList(i, i + ROW)));
            if (smallest.size() > SIZE) {
                smallest.pollLast();
            }
        }
        return new ArrayList<>(smallest);
    }

    /** Both as made here: in ascending order. */
    static boolean copied(List<Long> one, List<Long> other) {
        int common = 0;
        int seen = 0;
        int mine = 0;
        int theirs = 0;
        while (seen < SIZE && (mine < one.size() || theirs < other.size())) {
            int order = mine == one.size()
                    ? 1
                    : theirs == other.size() ? -1 : one.get(mine).compareTo(other.get(theirs));
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
            common += order == 0 ? 1 : 0;
            seen++;
        }
        return common > 0 && common >= COPIED * seen;
    }

    /** FNV-1a with a final mix: the same in every process, which a string's hash code of 32 bits is too short for. */
    private static long hash(List<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        // JSON readers in other languages keep 53 bits of a number.
        return (hash ^ hash >>> 32) & 0x1fffffffffffffL;
    }
}

package org.parley.events.utterance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    static boolean copied(List<Long> one, List<Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        Set<Long> mine = new HashSet<>(one);
        Set<Long> theirs = new HashSet<>(other);
        TreeSet<Long> smallest = new TreeSet<>(one);
        smallest.addAll(other);
        long common = smallest.stream()
                .limit(SIZE)
                .filter(hash -> mine.contains(hash) && theirs.contains(hash))
                .count();
        return common >= COPIED * Math.min(SIZE, smallest.size());
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

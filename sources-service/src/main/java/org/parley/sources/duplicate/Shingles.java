package org.parley.sources.duplicate;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the set of its runs of five words, each a 64-bit hash; marks, case and spacing do not count. Sorted, so that
 * two sets are compared in one pass.
 */
final class Shingles {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LENGTH = 5;

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String text) {
        long[] window = new long[LENGTH];
        long[] found = new long[64];
        int count = 0;
        int words = 0;
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            window[words++ % LENGTH] = hash(word.group());
            if (words >= LENGTH) {
                long shingle = 0;
                for (int i = 0; i < LENGTH; i++) {
                    shingle = mix(shingle * 31 + window[(words + i) % LENGTH]);
                }
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = shingle;
            }
        }
        return new Shingles(Arrays.stream(found, 0, count).sorted().distinct().toArray());
    }

    int size() {
        return hashes.length;
    }

    long[] hashes() {
        return hashes;
    }

    /** How many both have. */
    int common(Shingles other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** Common ones among all: 1 for the same words in the same order. */
    double similarity(Shingles other) {
        int common = common(other);
        int all = hashes.length + other.hashes.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** Common ones among those of the shorter text: near 1 where one text holds the other. */
    double containment(Shingles other) {
        int shorter = Math.min(hashes.length, other.hashes.length);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64: every bit of the result depends on every bit given. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

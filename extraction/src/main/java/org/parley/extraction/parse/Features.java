package org.parley.extraction.parse;

/** The features of one decision, as hashes. One is reused for a whole text, so that deciding allocates nothing. */
final class Features {

    final int[] hash = new int[160];
    int size;

    void clear() {
        size = 0;
    }

    void add(int id, int a) {
        hash[size++] = finish(start(id, a));
    }

    void add(int id, int a, int b) {
        hash[size++] = finish(more(start(id, a), b));
    }

    void add(int id, int a, int b, int c) {
        hash[size++] = finish(more(more(start(id, a), b), c));
    }

    void add(int id, int a, int b, int c, int d) {
        hash[size++] = finish(more(more(more(start(id, a), b), c), d));
    }

    private static int start(int id, int a) {
        return (id + 1) * 0x9E3779B1 ^ a * 0x85EBCA6B;
    }

    private static int more(int h, int value) {
        int x = h ^ h >>> 15;
        return x * 0xC2B2AE35 + value * 0x27D4EB2F;
    }

    private static int finish(int h) {
        int x = (h ^ h >>> 16) * 0x85EBCA6B;
        x = (x ^ x >>> 13) * 0xC2B2AE35;
        return x ^ x >>> 16;
    }
}

package org.parley.extraction.parse;

import java.util.Arrays;

/** From hashes to small sets of bits, without boxes: open addressing, grows at half full. */
final class IntTable {

    private int[] key = new int[64];
    private int[] value = new int[64];
    private int size;

    /** 0 when nothing was put. */
    int get(int k) {
        return value[slot(k)];
    }

    void or(int k, int bits) {
        put(k, get(k) | bits);
    }

    /** {@code v} is not 0. */
    void put(int k, int v) {
        int at = slot(k);
        if (value[at] == 0) {
            size++;
        }
        key[at] = k;
        value[at] = v;
        if (size * 2 > key.length) {
            grow();
        }
    }

    private int slot(int k) {
        int mask = key.length - 1;
        int at = (((k ^ (k >>> 16)) * 0x9E3779B1) >>> 7) & mask;
        while (value[at] != 0 && key[at] != k) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] keys = key;
        int[] values = value;
        key = new int[keys.length * 2];
        value = new int[keys.length * 2];
        Arrays.fill(value, 0);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                int at = slot(keys[i]);
                key[at] = keys[i];
                value[at] = values[i];
            }
        }
    }
}

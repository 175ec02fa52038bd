package org.parley.sources.duplicate;

import java.util.Arrays;

/**
 * A MinHash signature of 128 values, kept as 32 bands of 4. The chance that two texts agree in one value is their
 * similarity s, so that they share at least one band with the chance 1 - (1 - s^4)^32: at s = 0.5 that is 0.87, at 0.6
 * it is 0.99, at 0.1 it is 0.003. What shares a band is compared exactly, so a chance match links nothing.
 */
final class Sketch {

    static final int BANDS = 32;
    static final int ROWS = 4;

    private static final long[] SEEDS = new long[BANDS * ROWS];

    static {
        for (int i = 0; i < SEEDS.length; i++) {
            SEEDS[i] = Shingles.mix(0x9e3779b97f4a7c15L * (i + 1L));
        }
    }

    private Sketch() {}

    static long[] signature(Shingles shingles) {
        long[] least = new long[SEEDS.length];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles.hashes()) {
            for (int i = 0; i < SEEDS.length; i++) {
                least[i] = Math.min(least[i], Shingles.mix(shingle ^ SEEDS[i]));
            }
        }
        return least;
    }

    /** The hash of each band; bands at different places never equal each other but by chance. */
    static long[] bands(Shingles shingles) {
        long[] signature = signature(shingles);
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band + 1L;
            for (int row = 0; row < ROWS; row++) {
                hash = Shingles.mix(hash * 31 + signature[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }
}

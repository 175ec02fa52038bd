package org.parley.extraction.parse;

import java.util.Arrays;

/**
 * A table under training: an averaged perceptron over hashed features. May be trained several times from nothing; what it learned each time is
 * averaged.
 */
final class Learner implements Scorer {

    /** More levels make the file bigger and nothing better. */
    private static final int LEVELS = 2047;

    private final int classes;
    private final int mask;
    private final int[] weight;
    private final float[] sum;
    private final int[] since;
    private final float[] total;
    private int now;

    Learner(int bits, int classes) {
        this.classes = classes;
        mask = (1 << bits) - 1;
        weight = new int[classes << bits];
        sum = new float[weight.length];
        since = new int[weight.length];
        total = new float[weight.length];
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void score(Features f, int[] out) {
        Arrays.fill(out, 0, classes, 0);
        for (int i = 0; i < f.size; i++) {
            int at = (f.hash[i] & mask) * classes;
            for (int k = 0; k < classes; k++) {
                out[k] += weight[at + k];
            }
        }
    }

    /** Counts a decision; the average is over decisions. */
    void tick() {
        now++;
    }

    /** Speaks for {@code right} and against {@code wrong} wherever the decision's features lead. */
    void correct(Features f, int right, int wrong) {
        for (int i = 0; i < f.size; i++) {
            int at = (f.hash[i] & mask) * classes;
            add(at + right, 1);
            add(at + wrong, -1);
        }
    }

    private void add(int x, int d) {
        sum[x] += (float) weight[x] * (now - since[x]);
        since[x] = now;
        weight[x] += d;
    }

    /** Puts the average of this training aside and forgets, ready to be trained again. */
    void finish() {
        for (int x = 0; x < weight.length; x++) {
            if (weight[x] != 0 || sum[x] != 0) {
                total[x] += (sum[x] + (float) weight[x] * (now - since[x])) / Math.max(1, now);
            }
        }
        Arrays.fill(weight, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(since, 0);
        now = 0;
    }

    DenseWeights dense() {
        float unit = unit();
        short[] out = new short[total.length];
        for (int x = 0; x < out.length; x++) {
            out[x] = (short) Math.round(total[x] / unit);
        }
        return new DenseWeights(out);
    }

    SparseWeights sparse() {
        float unit = unit();
        int size = 0;
        for (float w : total) {
            size += Math.round(w / unit) != 0 ? 1 : 0;
        }
        int[] begin = new int[mask + 2];
        byte[] kind = new byte[size];
        short[] weights = new short[size];
        int n = 0;
        for (int r = 0; r <= mask; r++) {
            for (int k = 0; k < classes; k++) {
                int w = Math.round(total[r * classes + k] / unit);
                if (w != 0) {
                    kind[n] = (byte) k;
                    weights[n++] = (short) w;
                }
            }
            begin[r + 1] = n;
        }
        return new SparseWeights(classes, begin, kind, weights);
    }

    private float unit() {
        float max = 1e-9f;
        for (float w : total) {
            max = Math.max(max, Math.abs(w));
        }
        return max / LEVELS;
    }
}

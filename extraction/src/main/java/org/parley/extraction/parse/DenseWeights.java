package org.parley.extraction.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A trained table for a choice of three: a row of 16-bit weights for each hash bucket. Only the order of sums matters, so the weights' unit is not
 * kept.
 */
final class DenseWeights implements Scorer {

    private static final int CLASSES = 3;

    private final int mask;
    private final short[] weight;

    DenseWeights(short[] weight) {
        this.weight = weight;
        mask = weight.length / CLASSES - 1;
    }

    @Override
    public int classes() {
        return CLASSES;
    }

    @Override
    public void score(Features features, int[] out) {
        int a = 0;
        int b = 0;
        int c = 0;
        for (int i = 0; i < features.size; i++) {
            int at = (features.hash[i] & mask) * CLASSES;
            a += weight[at];
            b += weight[at + 1];
            c += weight[at + 2];
        }
        out[0] = a;
        out[1] = b;
        out[2] = c;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(Integer.numberOfTrailingZeros(mask + 1));
        ByteBuffer bytes = ByteBuffer.allocate(weight.length * 2);
        bytes.asShortBuffer().put(weight);
        out.write(bytes.array());
    }

    static DenseWeights read(DataInputStream in) throws IOException {
        int bits = in.readInt();
        if (bits < 1 || bits > 24) {
            throw new IOException("table of " + bits + " bits");
        }
        short[] weight = new short[CLASSES << bits];
        byte[] chunk = new byte[(CLASSES * 2) << Math.min(bits, 12)];
        for (int at = 0; at < weight.length; at += chunk.length / 2) {
            in.readFully(chunk);
            ByteBuffer.wrap(chunk).asShortBuffer().get(weight, at, chunk.length / 2);
        }
        return new DenseWeights(weight);
    }
}

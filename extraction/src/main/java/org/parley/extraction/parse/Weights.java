package org.parley.extraction.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A trained table: a row of 16-bit weights for each hash bucket. Only the order of sums matters, so the weights' unit is not kept. In a
 * model file empty rows are left out.
 */
final class Weights implements Scorer {

    private final int classes;
    private final int mask;
    private final short[] weight;

    Weights(int bits, int classes, short[] weight) {
        this.classes = classes;
        this.mask = (1 << bits) - 1;
        this.weight = weight;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void score(Features features, int[] out) {
        if (classes == 3) {
            score3(features, out);
            return;
        }
        Arrays.fill(out, 0, classes, 0);
        for (int i = 0; i < features.size; i++) {
            int at = (features.hash[i] & mask) * classes;
            for (int k = 0; k < classes; k++) {
                out[k] += weight[at + k];
            }
        }
    }

    private void score3(Features features, int[] out) {
        int a = 0;
        int b = 0;
        int c = 0;
        for (int i = 0; i < features.size; i++) {
            int at = (features.hash[i] & mask) * 3;
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
        out.writeInt(classes);
        byte[] filled = new byte[(mask + 1 + 7) / 8];
        int rows = 0;
        for (int r = 0; r <= mask; r++) {
            if (!empty(r)) {
                filled[r >> 3] |= (byte) (1 << (r & 7));
                rows++;
            }
        }
        out.writeInt(rows);
        out.write(filled);
        for (int r = 0; r <= mask; r++) {
            for (int k = 0; k < classes && !empty(r); k++) {
                out.writeShort(weight[r * classes + k]);
            }
        }
    }

    private boolean empty(int row) {
        for (int k = 0; k < classes; k++) {
            if (weight[row * classes + k] != 0) {
                return false;
            }
        }
        return true;
    }

    static Weights read(DataInputStream in) throws IOException {
        int bits = in.readInt();
        int classes = in.readInt();
        int rows = in.readInt();
        if (bits < 1 || bits > 24 || classes < 1 || classes > 128 || rows < 0 || rows > 1 << bits) {
            throw new IOException("table of " + bits + " bits, " + classes + " classes, " + rows + " rows");
        }
        byte[] filled = in.readNBytes(((1 << bits) + 7) / 8);
        byte[] row = new byte[classes * 2];
        short[] weight = new short[(1 << bits) * classes];
        for (int r = 0; r < 1 << bits; r++) {
            if ((filled[r >> 3] >> (r & 7) & 1) != 0) {
                in.readFully(row);
                ByteBuffer.wrap(row).asShortBuffer().get(weight, r * classes, classes);
            }
        }
        return new Weights(bits, classes, weight);
    }
}

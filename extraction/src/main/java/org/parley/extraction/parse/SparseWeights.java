package org.parley.extraction.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A trained table for a choice of many: for each hash bucket the few classes it speaks for or against, with 16-bit weights. */
final class SparseWeights implements Scorer {

    private final int classes;
    private final int mask;
    /** Where each row's entries begin; one more than there are rows. */
    private final int[] begin;

    private final byte[] kind;
    private final short[] weight;

    SparseWeights(int classes, int[] begin, byte[] kind, short[] weight) {
        this.classes = classes;
        this.mask = begin.length - 2;
        this.begin = begin;
        this.kind = kind;
        this.weight = weight;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void score(Features features, int[] out) {
        Arrays.fill(out, 0, classes, 0);
        for (int i = 0; i < features.size; i++) {
            int row = features.hash[i] & mask;
            int end = begin[row + 1];
            for (int k = begin[row]; k < end; k++) {
                out[kind[k]] += weight[k];
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(Integer.numberOfTrailingZeros(mask + 1));
        out.writeInt(classes);
        for (int r = 0; r <= mask; r++) {
            out.writeByte(begin[r + 1] - begin[r]);
        }
        out.write(kind);
        ByteBuffer bytes = ByteBuffer.allocate(weight.length * 2);
        bytes.asShortBuffer().put(weight);
        out.write(bytes.array());
    }

    static SparseWeights read(DataInputStream in) throws IOException {
        int bits = in.readInt();
        int classes = in.readInt();
        if (bits < 1 || bits > 24 || classes < 1 || classes > 127) {
            throw new IOException("table of " + bits + " bits, " + classes + " classes");
        }
        byte[] count = new byte[1 << bits];
        in.readFully(count);
        int[] begin = new int[count.length + 1];
        for (int r = 0; r < count.length; r++) {
            begin[r + 1] = begin[r] + (count[r] & 0xFF);
        }
        byte[] kind = new byte[begin[count.length]];
        in.readFully(kind);
        for (byte k : kind) {
            if (k < 0 || k >= classes) {
                throw new IOException("class " + k + " of " + classes);
            }
        }
        short[] weight = new short[kind.length];
        byte[] chunk = new byte[1 << 16];
        for (int at = 0; at < weight.length; at += chunk.length / 2) {
            int n = Math.min(chunk.length / 2, weight.length - at);
            in.readFully(chunk, 0, n * 2);
            ByteBuffer.wrap(chunk).asShortBuffer().get(weight, at, n);
        }
        return new SparseWeights(classes, begin, kind, weight);
    }
}

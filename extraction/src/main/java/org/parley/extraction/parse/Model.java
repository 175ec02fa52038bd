package org.parley.extraction.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The trained tables and the names of their classes. The file is gzip of: magic, version, notice (what it was trained on and under which
 * licences), tags, relations, then the tables of tags, moves, relations and names.
 *
 * @param notice the training data and its licences, in words
 */
record Model(
        String notice,
        List<String> tags,
        List<String> relations,
        SparseWeights tagger,
        DenseWeights moves,
        SparseWeights labels,
        SparseWeights names) {

    private static final int MAGIC = 0x5041524C; // "PARL"
    private static final int VERSION = 2;

    static Model read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model of Parley's parser");
        }
        int version = data.readInt();
        if (version != VERSION) {
            throw new IOException("model of version " + version + ", this parser reads version " + VERSION);
        }
        return new Model(
                data.readUTF(),
                List.of(data.readUTF().split(" ")),
                List.of(data.readUTF().split(" ")),
                SparseWeights.read(data),
                DenseWeights.read(data),
                SparseWeights.read(data),
                SparseWeights.read(data));
    }

    void write(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        data.writeUTF(notice);
        data.writeUTF(String.join(" ", tags));
        data.writeUTF(String.join(" ", relations));
        tagger.write(data);
        moves.write(data);
        labels.write(data);
        names.write(data);
        data.flush();
        zip.finish();
    }
}

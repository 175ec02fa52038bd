package org.parley.extraction.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void what_is_written_is_read_again() throws IOException {
        short[] weights = new short[4 * 3];
        weights[4] = -7;
        weights[11] = 300;
        DenseWeights dense = new DenseWeights(weights);
        SparseWeights sparse =
                new SparseWeights(5, new int[] {0, 0, 2, 3, 3}, new byte[] {4, 1, 0}, new short[] {9, -2, 30});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Model("sources", List.of("NN", "VB"), List.of("nsubj"), sparse, dense, sparse, sparse).write(out);

        Model read = Model.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.notice()).isEqualTo("sources");
        assertThat(read.tags()).containsExactly("NN", "VB");
        Features f = new Features();
        f.hash[f.size++] = 1;
        f.hash[f.size++] = 7;
        assertThat(scores(read.moves(), f)).containsExactly(0, -7, 300);
        f.hash[1] = 4 + 2;
        assertThat(scores(read.names(), f)).containsExactly(30, -2, 0, 0, 9);
    }

    private static int[] scores(Scorer table, Features f) {
        int[] score = new int[table.classes()];
        table.score(f, score);
        return score;
    }

    @Test
    void a_file_of_another_kind_or_version_is_refused() {
        assertThatThrownBy(() -> Model.read(file(0x12345678, 1))).hasMessage("not a model of Parley's parser");
        assertThatThrownBy(() -> Model.read(file(0x5041524C, 99)))
                .hasMessage("model of version 99, this parser reads version 2");
    }

    private static ByteArrayInputStream file(int magic, int version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeInt(magic);
            data.writeInt(version);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}

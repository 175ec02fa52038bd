package org.parley.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.parley.extraction.parse.Example;

/** Documents of examples in a file, so that the teacher need not read the same text twice: lines "form, tag, head, relation, label" between tabs. */
final class Corpus {

    private static final String DOCUMENT = "#\tdocument";

    private Corpus() {}

    static void write(List<List<Example>> documents, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (List<Example> d : documents) {
                out.println(DOCUMENT);
                for (Example x : d) {
                    for (int i = 0; i < x.size(); i++) {
                        out.println(String.join(
                                "\t",
                                x.forms().get(i),
                                x.tags()[i],
                                "" + x.heads()[i],
                                x.relations()[i],
                                x.labels()[i]));
                    }
                    out.println();
                }
            }
        }
    }

    static List<List<Example>> read(Path file) throws IOException {
        List<List<Example>> out = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(DOCUMENT)) {
                    out.add(new ArrayList<>());
                } else if (!line.isEmpty()) {
                    rows.add(line.split("\t", -1));
                } else if (!rows.isEmpty()) {
                    out.get(out.size() - 1).add(example(rows));
                    rows.clear();
                }
            }
        }
        return out;
    }

    private static Example example(List<String[]> rows) {
        return new Example(
                rows.stream().map(r -> r[0]).toList(),
                rows.stream().map(r -> r[1]).toArray(String[]::new),
                rows.stream().mapToInt(r -> Integer.parseInt(r[2])).toArray(),
                rows.stream().map(r -> r[3]).toArray(String[]::new),
                rows.stream().map(r -> r[4]).toArray(String[]::new));
    }
}

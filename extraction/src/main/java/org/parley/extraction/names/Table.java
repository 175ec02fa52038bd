package org.parley.extraction.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** A tab separated resource whose first line names the columns. Missing last cells read as empty. */
final class Table {

    private Table() {}

    static void read(String name, int columns, Consumer<String[]> each) {
        String path = "/org/parley/extraction/gazetteers/" + name;
        try (InputStream in = Table.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] row = Arrays.copyOf(line.split("\t", -1), columns);
                Arrays.setAll(row, i -> row[i] == null ? "" : row[i].strip());
                each.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

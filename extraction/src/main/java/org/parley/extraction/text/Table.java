package org.parley.extraction.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tab-separated tables that come with the engine. */
public final class Table {

    private Table() {}

    /**
     * The rows of a table without its first line, which names the columns. Lines that start with # are notes.
     *
     * @param name path below org/parley/extraction
     */
    public static List<String[]> rows(String name, Class<?> near) {
        String path = "/org/parley/extraction/" + name;
        try (InputStream in = near.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the engine's table is missing: " + path);
            }
            List<String[]> rows = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the engine's table " + path, e);
        }
    }
}

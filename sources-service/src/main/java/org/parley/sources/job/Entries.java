package org.parley.sources.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.article.BulkIntake.Entry;
import org.parley.sources.article.Lines;

/** The articles of a file that was handed in, one after the other, however large the file is. */
abstract class Entries {

    /** Room for a text of the longest kind with every character escaped. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** The file as a whole cannot be read further. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The next one, or null at the end. */
    abstract Entry next() throws IOException, Unreadable;

    /** @param length of the whole file, to tell a bomb from a file that packs well */
    static Entries of(ImportJob.Format format, InputStream in, long length) throws IOException, Unreadable {
        return switch (format) {
            case JSONL -> new JsonLines(in);
            case CSV -> new Table(in);
            case ZIP -> new Archive(in, length);
            case WARC -> new WarcEntries(in);
        };
    }

    private static final class JsonLines extends Entries {

        private final Lines lines;

        JsonLines(InputStream in) {
            lines = new Lines(in, MOST_BYTES);
        }

        @Override
        Entry next() throws IOException {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                int number = line.number();
                byte[] bytes = line.bytes();
                if (bytes == null) {
                    return Entry.broken(number, null, "is longer than 32 MB");
                }
                if (!line.isBlank()) {
                    return read(() -> Entry.json(number, null, bytes), number, null);
                }
            }
            return null;
        }
    }

    private static final class Table extends Entries {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final MappingIterator<Map<String, String>> rows;
        private int line = 1;

        Table(InputStream in) throws IOException {
            rows = new CsvMapper()
                    .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(in);
        }

        @Override
        Entry next() throws Unreadable {
            try {
                if (!rows.hasNext()) {
                    return null;
                }
                line++;
                Map<String, String> members = new LinkedHashMap<>(rows.next());
                members.values().removeIf(value -> value == null);
                byte[] json = JSON.writeValueAsBytes(members);
                return read(() -> Entry.json(line, null, json), line, null);
            } catch (RuntimeJsonMappingException | JsonProcessingException e) {
                throw new Unreadable("row " + line + " is no CSV under the header of the first line");
            }
        }
    }

    private static final class Archive extends Entries {

        private static final int MOST_ENTRIES = 10_000;
        private static final int MOST_RATIO = 100;
        private static final long ALWAYS_ALLOWED = 1024 * 1024;

        private final ZipInputStream zip;
        private final long most;
        private long unpacked;
        private int line;

        Archive(InputStream in, long length) {
            zip = new ZipInputStream(in);
            most = Math.max(ALWAYS_ALLOWED, length * MOST_RATIO);
        }

        @Override
        Entry next() throws IOException, Unreadable {
            ZipEntry entry;
            do {
                try {
                    entry = zip.getNextEntry();
                } catch (IllegalArgumentException | java.util.zip.ZipException e) {
                    throw new Unreadable("the archive is damaged behind entry " + line);
                }
                if (entry == null && line == 0) {
                    throw new Unreadable("the file is no zip archive, or an empty one");
                }
            } while (entry != null && entry.isDirectory());
            if (entry == null) {
                return null;
            }
            line++;
            if (line > MOST_ENTRIES) {
                throw new Unreadable("the archive has more than " + MOST_ENTRIES + " entries");
            }
            String name = entry.getName();
            byte[] bytes = unpack();
            if (name.startsWith("/")
                    || name.contains("\\")
                    || name.matches("(.*/)?\\.\\.(/.*)?")
                    || name.contains(":")) {
                return Entry.broken(line, "entry " + line, "has a name that leads out of the archive");
            }
            return bytes == null
                    ? Entry.broken(line, name, "is longer than 32 MB")
                    : read(() -> Entry.file(line, name, bytes), line, name);
        }

        private byte[] unpack() throws IOException, Unreadable {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            boolean tooLong = false;
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                unpacked += read;
                if (unpacked > most) {
                    throw new Unreadable("the archive unpacks to more than " + MOST_RATIO + " times its size");
                }
                tooLong |= out.size() + read > MOST_BYTES;
                if (!tooLong) {
                    out.write(buffer, 0, read);
                }
            }
            return tooLong ? null : out.toByteArray();
        }
    }

    private interface Reading {
        Entry entry();
    }

    private static Entry read(Reading reading, int line, String name) {
        try {
            return reading.entry();
        } catch (ProblemException e) {
            return Entry.broken(line, name, e.getMessage());
        }
    }
}

package org.parley.launcher.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.parley.launcher.Failure;
import org.parley.launcher.client.Problem;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.client.SuiteClient.Answer;
import org.parley.launcher.home.PrivateFiles;
import org.parley.launcher.lines.LineReader;
import org.parley.launcher.lines.LineReader.Line;

/** Brings article files to the running suite, through its public door. */
public final class Upload {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_LINE = 16_000_000;

    // Java's HTTP client reads no answer before it has sent the whole body, while the suite answers line by line: a
    // body
    // whose answers fill the buffers in between would stop both. So a long file goes in pieces.
    private static final int PIECE_LINES = 200;
    private static final int PIECE_BYTES = 4_000_000;

    private final SuiteClient suite;
    private final Consumer<Fate> fates;
    private final LongConsumer progress;

    /**
     * @param fates told what became of each article, in order
     * @param progress told how many more bytes are done
     */
    Upload(SuiteClient suite, Consumer<Fate> fates, LongConsumer progress) {
        this.suite = suite;
        this.fates = fates;
        this.progress = progress;
    }

    void send(ArticleFile file) {
        try {
            if (file.kind() == ArticleFile.Kind.LINES) {
                lines(file.path(), file.name());
            } else {
                byte[] body = Files.readAllBytes(file.path());
                fates.accept(single(file.path().toString(), file.name(), file.kind(), body));
                progress.accept(body.length);
            }
        } catch (IOException e) {
            throw new Failure("Cannot read " + file.path() + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** One article; {@code name} is kept with it. */
    Fate single(String where, String name, ArticleFile.Kind kind, byte[] body) {
        Answer answer = suite.send("POST", "/v1/articles?file=" + SuiteClient.parameter(name), kind.mediaType(), body);
        if (answer.ok()) {
            return new Fate(where, fate(json(answer.body())), null);
        }
        // What is wrong with one article is its fate; what is wrong with the suite or the key ends the import.
        if (Set.of(400, 409, 413, 415, 422).contains(answer.status())) {
            return Fate.refused(where, Problem.of(answer.status(), answer.body()));
        }
        throw new Failure(where + ": " + Problem.of(answer.status(), answer.body()));
    }

    private void lines(Path path, String name) throws IOException {
        try (LineReader reader = new LineReader(Files.newInputStream(path), LONGEST_LINE)) {
            Piece piece = new Piece(1);
            for (Line line = reader.next(); line != null; line = reader.next()) {
                if (piece.isFull(line)) {
                    piece.send(path, name);
                    piece = new Piece(line.number());
                }
                piece.add(path, line);
            }
            piece.send(path, name);
        }
    }

    /** Some lines of a file that go in one request. */
    private final class Piece {

        private final int first;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final Set<Integer> awaited = new HashSet<>();
        private int lines;

        Piece(int first) {
            this.first = first;
        }

        boolean isFull(Line next) {
            return lines == PIECE_LINES || (lines > 0 && body.size() + next.bytes().length > PIECE_BYTES);
        }

        void add(Path path, Line line) {
            lines++;
            if (line.tooLong()) {
                fates.accept(Fate.refused(where(path, line.number()), "longer than " + LONGEST_LINE + " bytes"));
            } else if (!line.isBlank()) {
                body.writeBytes(line.bytes());
                awaited.add(line.number());
            }
            body.write('\n'); // blank ones too, so that the suite counts as we do
        }

        void send(Path path, String name) {
            if (!awaited.isEmpty()) {
                Answer answer = suite.send(
                        "POST",
                        "/v1/articles/bulk?file=" + SuiteClient.parameter(name),
                        ArticleFile.Kind.LINES.mediaType(),
                        body.toByteArray());
                if (!answer.ok()) {
                    throw new Failure(
                            where(path, first) + " and the following: " + Problem.of(answer.status(), answer.body()));
                }
                answer.body().lines().filter(row -> !row.isBlank()).forEach(row -> take(path, json(row)));
                if (!awaited.isEmpty()) {
                    throw new Failure(
                            where(path, awaited.stream().min(Integer::compare).orElseThrow())
                                    + ": the suite broke off without an answer. What was stored is kept; run the import again.");
                }
            }
            progress.accept(body.size());
        }

        private void take(Path path, JsonNode row) {
            int line = first - 1 + row.path("line").asInt();
            awaited.remove(line);
            Fate.Kind kind = fate(row);
            String why = kind == Fate.Kind.REFUSED ? Problem.text(row.path("problem"), "no reason given") : null;
            fates.accept(new Fate(where(path, line), kind, why));
        }
    }

    private static String where(Path path, int line) {
        return path + " line " + line;
    }

    private static Fate.Kind fate(JsonNode node) {
        return Fate.Kind.valueOf(node.path("fate").asText());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Failure("The suite gave an answer that cannot be read.", e);
        }
    }
}

package org.parley.events.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.receipt.Receipt;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;
import org.parley.events.table.Json;

/** An annotated negotiation: printed, read, and its gold statements paired with ours by what they cover. */
final class Dossier {

    private static final ObjectMapper JSON = new ObjectMapper();

    final String name;
    final JsonNode gold;
    final Map<String, Printed> printed = new LinkedHashMap<>();
    /** Ours by the gold's id. */
    final Map<String, UUID> statements = new LinkedHashMap<>();
    /** The gold's ids by ours: several when an article has versions. */
    final Map<UUID, List<String>> found = new LinkedHashMap<>();

    private record Reading(UUID statement, List<int[]> spans) {}

    private Dossier(String name, JsonNode gold) {
        this.name = name;
        this.gold = gold;
    }

    /** Prints the articles in their order and waits until they are read. */
    static Dossier read(Path folder, Jdbi jdbi) {
        try {
            Dossier dossier = new Dossier(
                    folder.getFileName().toString(), JSON.readTree(Files.readString(folder.resolve("gold.json"))));
            for (JsonNode document : dossier.gold.get("documents")) {
                Path file = folder.resolve(document.get("file").asText());
                Printed article = Newsroom.printJson(
                        Files.readString(file), file.getFileName().toString());
                dossier.printed.put(document.get("article").asText(), article);
                Newsroom.awaitRead(article);
            }
            dossier.pair(jdbi);
            return dossier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the gold has as told by an article itself where one of our receipts stands. */
    List<String> toldBy(Map<String, Object> receipt) {
        List<String> told = new ArrayList<>();
        for (JsonNode assertion : gold.get("narratorAssertions")) {
            Printed at = printed.get(assertion.get("article").asText());
            JsonNode span = assertion.get("span");
            if (at.id().toString().equals(receipt.get("articleId"))
                    && receipt.get("articleVersion").equals(at.version())
                    && (int) receipt.get("start") < span.get("end").asInt()
                    && (int) receipt.get("end") > span.get("start").asInt()) {
                told.add(assertion.get("id").asText());
            }
        }
        return told;
    }

    private void pair(Jdbi jdbi) {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        printed.forEach((article, at) -> readings.put(article, readings(jdbi, at)));
        for (JsonNode statement : gold.get("statements")) {
            List<int[]> spans = new ArrayList<>();
            statement.get("content").forEach(span -> {
                if (!span.hasNonNull("field")) {
                    spans.add(new int[] {
                        span.get("start").asInt(), span.get("end").asInt()
                    });
                }
            });
            UUID best = null;
            double most = 0.5;
            for (Reading reading : readings.get(statement.get("article").asText())) {
                double overlap = overlap(spans, reading.spans());
                if (overlap >= most) {
                    most = overlap;
                    best = reading.statement();
                }
            }
            if (best != null) {
                String id = statement.get("id").asText();
                statements.put(id, best);
                found.computeIfAbsent(best, absent -> new ArrayList<>()).add(id);
            }
        }
        assertThat(statements).isNotEmpty();
    }

    private static List<Reading> readings(Jdbi jdbi, Printed at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct on (statement_id) statement_id, receipts from reading"
                                + " where article_id = :article and article_version = :version"
                                + " order by statement_id, known_at desc")
                .bind("article", at.id())
                .bind("version", at.version())
                .map((row, context) -> {
                    List<int[]> spans = new ArrayList<>();
                    for (Receipt receipt : Json.read(row.getString("receipts"), Receipt[].class)) {
                        spans.add(new int[] {receipt.start(), receipt.end()});
                    }
                    return new Reading(row.getObject("statement_id", UUID.class), spans);
                })
                .list());
    }

    private static double overlap(List<int[]> one, List<int[]> other) {
        int common = 0;
        for (int[] mine : one) {
            for (int[] theirs : other) {
                common += Math.max(0, Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0]));
            }
        }
        int all = length(one) + length(other) - common;
        return all == 0 ? 0 : (double) common / all;
    }

    private static int length(List<int[]> spans) {
        return spans.stream().mapToInt(span -> span[1] - span[0]).sum();
    }
}

package org.parley.extraction.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.extraction.ArticleText;

/** Articles to measure on, as the evaluation folder keeps them. */
record Corpus(String name, List<Item> items) {

    record Item(String id, String file, ArticleText article) {}

    static final ObjectMapper JSON = new ObjectMapper();

    /** One JSON object a line, with id and text. */
    static Corpus lines(String name, Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode node = JSON.readTree(line);
                items.add(new Item(node.get("id").asText(), node.get("id").asText(), article(node)));
            }
        }
        return new Corpus(name, items);
    }

    /** Plain texts; the part of a name before the first underscore is the id. */
    static Corpus texts(String name, Path folder) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path file : sorted(folder, ".txt")) {
            String fileName = file.getFileName().toString();
            items.add(new Item(fileName, fileName, ArticleText.of(Files.readString(file))));
        }
        return new Corpus(name, items);
    }

    /** One JSON file an article, as a feed would bring it. */
    static Corpus dossier(String name, Path folder) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path file : sorted(folder, ".json")) {
            String fileName = file.getFileName().toString();
            items.add(new Item(fileName, fileName, article(JSON.readTree(file.toFile()))));
        }
        return new Corpus(name, items);
    }

    private static List<Path> sorted(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static ArticleText article(JsonNode node) {
        String published = node.path("published").asText("");
        LocalDate day = published.length() >= 10 && Character.isDigit(published.charAt(0))
                ? LocalDate.parse(published.substring(0, 10))
                : null;
        return new ArticleText(
                node.get("text").asText(),
                node.path("headline").asText(null),
                day,
                node.path("language").asText(null));
    }
}

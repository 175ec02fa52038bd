package org.parley.extraction.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.extraction.Span;

/**
 * An article of training/data/talks.
 *
 * @param proposals by id where each is first named
 */
record Talk(String text, Map<String, Span> proposals, List<Labelled> statements) {

    /** @param about id of the proposal it speaks of, or null */
    record Labelled(List<Span> content, String about) {}

    static List<Talk> all(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.filter(p -> p.toString().endsWith(".jsonl")).sorted().toList();
        }
        ObjectMapper json = new ObjectMapper();
        List<Talk> talks = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                talks.add(of(json.readTree(line)));
            }
        }
        return talks;
    }

    private static Talk of(JsonNode node) {
        String text = node.get("text").asText();
        Map<String, Span> proposals = new LinkedHashMap<>();
        for (JsonNode one : node.get("proposals")) {
            proposals.put(one.get("id").asText(), find(text, one.get("mention").asText(), 0));
        }
        List<Labelled> statements = new ArrayList<>();
        for (JsonNode one : node.get("statements")) {
            List<Span> content = new ArrayList<>();
            int from = 0;
            for (JsonNode part : one.get("content")) {
                content.add(find(text, part.asText(), from));
                from = content.get(content.size() - 1).end();
            }
            statements.add(new Labelled(content, one.get("about").asText(null)));
        }
        return new Talk(text, proposals, statements);
    }

    private static Span find(String text, String words, int from) {
        int start = text.indexOf(words, from);
        if (start < 0) {
            throw new IllegalArgumentException("not in the text: " + words);
        }
        return new Span(start, start + words.length());
    }

    /** The statement whose content shares half of all characters of both, or null. */
    Labelled labelled(List<Span> content) {
        int length = content.stream().mapToInt(Span::length).sum();
        for (Labelled one : statements) {
            int shared = content.stream()
                    .flatMapToInt(mine -> one.content().stream().mapToInt(mine::intersection))
                    .sum();
            int all = length + one.content().stream().mapToInt(Span::length).sum() - shared;
            if (2 * shared >= all) {
                return one;
            }
        }
        return null;
    }
}

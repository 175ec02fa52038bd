package org.parley.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.parley.extraction.Engine;
import org.parley.launcher.extract.LineExtraction;
import org.parley.launcher.lines.JsonLine;

/** The reference is a scorer of its own; on the same predictions every figure must be the same. */
@EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
class ScorerAgreementTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EVAL = Path.of(System.getProperty("parley.eval.dir", ""), "eval");
    private static final Path GOLD = EVAL.resolve("quotes/gum-news.dev.jsonl");

    @TempDir
    Path folder;

    @Test
    void on_what_the_engine_finds() throws Exception {
        Path predicted = predicted(new LineExtraction(Engine.load())::on);
        compare(predicted);
    }

    @Test
    void on_spoiled_gold() throws Exception {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            compare(predicted(line -> spoil(line, random)));
        }
    }

    /** Gold with quotations dropped, moved, cut, doubled, of another kind or by another speaker. */
    private static ObjectNode spoil(ObjectNode line, Random random) {
        line.remove("ignore");
        int length = line.path("text").asText().length();
        ArrayNode spoiled = JSON.createArrayNode();
        List<JsonNode> quotes = new ArrayList<>();
        line.path("quotes").forEach(quotes::add);
        for (JsonNode each : quotes) {
            ObjectNode quote = each.deepCopy();
            quote.remove(List.of("act", "nested", "speaker_head", "speaker_aliases"));
            switch (random.nextInt(8)) {
                case 0 -> {
                    continue;
                }
                case 1 ->
                    quote.put(
                                    "quote_end",
                                    Math.min(length, quote.path("quote_end").asInt() + random.nextInt(80)))
                            .remove("parts");
                case 2 ->
                    quote.put(
                                    "quote_start",
                                    Math.max(0, quote.path("quote_start").asInt() - random.nextInt(40)))
                            .remove("parts");
                case 3 -> quote.put("kind", Quote.KINDS.get(random.nextInt(3)));
                case 4 -> quote.remove(List.of("speaker_mention", "speaker_resolved", "cue"));
                case 5 -> {
                    JsonNode other = quotes.get(random.nextInt(quotes.size()));
                    for (String member : new String[] {"speaker_mention", "speaker_resolved", "cue"}) {
                        if (other.has(member)) {
                            quote.set(member, other.get(member));
                        }
                    }
                }
                case 6 -> {
                    if (quote.path("speaker_mention") instanceof ObjectNode mention) {
                        mention.remove(List.of("start", "end"));
                    }
                }
                default -> {
                    int start = random.nextInt(length - 60);
                    spoiled.addObject()
                            .put("quote_start", start)
                            .put("quote_end", start + 50)
                            .put("kind", "indirect");
                }
            }
            spoiled.add(quote);
        }
        line.set("quotes", spoiled);
        return line;
    }

    private Path predicted(UnaryOperator<ObjectNode> change) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(GOLD)) {
            lines.add(JsonLine.write(change.apply((ObjectNode) JSON.readTree(line))));
        }
        return Files.write(Files.createTempFile(folder, "predicted", ".jsonl"), lines);
    }

    private void compare(Path predicted) throws Exception {
        Path figures = folder.resolve("figures.json");
        Process scorer = new ProcessBuilder(
                        "python3",
                        EVAL.resolve("score_quotes.py").toString(),
                        GOLD.toString(),
                        predicted.toString(),
                        "--boot",
                        "0",
                        "--json",
                        figures.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(scorer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(scorer.waitFor()).as(said).isZero();
        JsonNode theirs = JSON.readTree(figures.toFile()).path("summary");
        JsonNode ours = JSON.valueToTree(Evaluation.of(
                        QuotedArticles.read(GOLD, UnaryOperator.identity()),
                        QuotedArticles.read(predicted, UnaryOperator.identity()))
                .figures());
        assertThat(theirs.size()).isGreaterThan(10);
        theirs.properties()
                .forEach(measure -> measure.getValue().properties().forEach(figure -> {
                    String name = measure.getKey() + "." + figure.getKey();
                    JsonNode our = ours.path(measure.getKey()).path(figure.getKey());
                    if (figure.getValue().isNull()) {
                        assertThat(our.isNull()).as(name).isTrue();
                    } else {
                        assertThat(our.isNumber()).as(name).isTrue();
                        assertThat(our.asDouble())
                                .as(name)
                                .isCloseTo(figure.getValue().asDouble(), within(1e-9));
                    }
                }));
    }
}

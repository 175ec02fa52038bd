package org.parley.launcher.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.Parley;

/** The command as it is used: a process of its own, with files in and lines out. */
class ExtractCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = "OSLO (AP) — The envoys met again on Tuesday.\n\n"
            + "\"We will sign nothing in the dark,\" Foreign Minister Lena Holm told reporters. 🕊 "
            + "Holm said that the talks would resume on Friday.\n";

    @TempDir
    Path folder;

    @Test
    void every_span_is_where_it_says_and_the_speaker_has_a_name() throws Exception {
        Run run = extract(line("a").put("published", "2026-03-04").put("mark", 7));
        assertThat(run.code).isZero();
        JsonNode line = JSON.readTree(run.out.get(0));
        assertThat(line.path("id").asText()).isEqualTo("a");
        assertThat(line.path("mark").asInt()).isEqualTo(7);
        assertThat(line.path("text").asText()).isEqualTo(TEXT);
        assertThat(line.path("extraction").path("extracted").asBoolean()).isTrue();

        JsonNode quotes = line.path("quotes");
        assertThat(quotes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(quotes).anySatisfy(quote -> {
            assertThat(quote.path("kind").asText()).isEqualTo("direct");
            assertThat(quote.path("quote_text").asText()).contains("We will sign nothing in the dark");
            assertThat(quote.path("speaker_resolved").asText()).contains("Lena Holm");
        });
        for (JsonNode quote : quotes) {
            assertThat(text(quote.path("quote_start"), quote.path("quote_end")))
                    .isEqualTo(quote.path("quote_text").asText());
            for (String member : List.of("speaker_mention", "cue", "addressee", "via", "date")) {
                if (quote.path(member).has("start")) {
                    assertThat(text(
                                    quote.path(member).path("start"),
                                    quote.path(member).path("end")))
                            .as(member)
                            .isEqualTo(quote.path(member).path("text").asText());
                }
            }
            assertThat(quote.path("rule").asText()).isNotEmpty();
            assertThat(quote.path("confidence").asDouble()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void what_is_on_the_line_already_does_not_come_out_again() throws Exception {
        ObjectNode line = line("a");
        line.putArray("quotes")
                .addObject()
                .put("quote_start", 0)
                .put("quote_end", 5)
                .put("kind", "gold");
        line.putArray("ignore").addObject().put("start", 0).put("end", 9);
        Run run = extract(line);
        assertThat(run.out.get(0)).doesNotContain("\"gold\"").doesNotContain("\"ignore\"");
        assertThat(run.out.get(0)).isEqualTo(extract(line("a")).out.get(0));
    }

    @Test
    void bad_lines_are_named_and_the_others_done_in_order() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(line("one").toString());
        lines.add("{\"id\": \"two\", \"text\": ");
        lines.add("");
        lines.add("{\"text\": \"no id\"}");
        lines.add("{\"id\": \"five\"}");
        lines.add(line("six").put("published", "yesterday").toString());
        lines.add(line("seven").put("title", 12).toString());
        lines.add("{\"id\": \"eight\", \"text\": \"half \\ud83d a pair\"}");
        for (int i = 0; i < 40; i++) {
            lines.add(line("n" + i).toString());
        }
        Run run = run(Files.write(folder.resolve("in.jsonl"), lines, UTF_8));
        assertThat(run.code).isEqualTo(1);
        List<String> ids =
                run.out.stream().map(line -> json(line).path("id").asText()).toList();
        assertThat(ids).hasSize(41).startsWith("one", "n0", "n1").endsWith("n39");
        assertThat(run.err)
                .hasSize(6)
                .anySatisfy(said -> assertThat(said).startsWith("line 2: not valid JSON"))
                .anySatisfy(said -> assertThat(said).startsWith("line 4: \"id\" is missing"))
                .anySatisfy(said -> assertThat(said).startsWith("line 5: \"text\" is missing"))
                .anySatisfy(said -> assertThat(said).startsWith("line 6: \"published\" is \"yesterday\""))
                .anySatisfy(said -> assertThat(said).startsWith("line 7: \"title\" must be a string"))
                .anySatisfy(said ->
                        assertThat(said).startsWith("line 8: \"text\" has half a surrogate pair at character 5"));
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        Run run = run(folder.resolve("absent.jsonl"));
        assertThat(run.code).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .hasSize(1)
                .first()
                .asString()
                .contains("absent.jsonl")
                .doesNotContain("Exception");
    }

    private static ObjectNode line(String id) {
        return JSON.createObjectNode().put("id", id).put("text", TEXT);
    }

    private static String text(JsonNode start, JsonNode end) {
        return TEXT.substring(start.asInt(), end.asInt());
    }

    private Run extract(ObjectNode line) throws Exception {
        return run(Files.writeString(folder.resolve("in.jsonl"), line + "\n"));
    }

    private Run run(Path in) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parley.class.getName(),
                        "extract",
                        in.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        return new Run(code, Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Run(int code, List<String> out, List<String> err) {}
}

package org.parley.sources.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real pages, their body known: scored by the evaluation data's own scorer. */
@EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KremlinPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_body_is_found_without_the_marks_that_give_it_away(@TempDir Path folder) throws Exception {
        Path eval = Path.of(System.getProperty("parley.eval.dir"), "eval");
        Path gold = eval.resolve("html/kremlin.jsonl");
        var cleaner = new Cleaner();
        var predictions = new StringBuilder();
        for (String line : Files.readAllLines(gold)) {
            JsonNode page = JSON.readTree(line);
            Page found = cleaner.clean(
                    unmarked(page.path("html").asText()), null, page.path("url").asText(), null);
            predictions
                    .append(JSON.writeValueAsString(JSON.createObjectNode()
                            .put("id", page.path("id").asText())
                            .put("articleBody", found.text())))
                    .append('\n');
        }
        Path out = Files.writeString(folder.resolve("bodies.jsonl"), predictions);
        Process scorer = new ProcessBuilder(
                        "python3", eval.resolve("score_bodies.py").toString(), gold.toString(), out.toString())
                .redirectErrorStream(true)
                .start();
        String score = new String(scorer.getInputStream().readAllBytes(), UTF_8);
        System.out.println(score);
        assertThat(Double.parseDouble(score.replaceFirst("(?s).*F1 ([\\d.]+).*", "$1")))
                .isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void pages_are_read_fast_enough() throws Exception {
        var cleaner = new Cleaner();
        var pages = Files.readAllLines(Path.of(System.getProperty("parley.eval.dir"), "eval", "html", "kremlin.jsonl"));
        byte[][] html = new byte[pages.size()][];
        for (int i = 0; i < html.length; i++) {
            html[i] = JSON.readTree(pages.get(i)).path("html").asText().getBytes(UTF_8);
        }
        int read = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
            assertThat(cleaner.clean(html[read++ % html.length], null, "http://en.example.org/", null)
                            .text())
                    .isNotBlank();
        }
        System.out.println("pages/s, one thread: " + read / ((System.nanoTime() - start) / 1e9));
    }

    private static byte[] unmarked(String html) {
        var document = Jsoup.parse(html);
        document.getAllElements()
                .forEach(element ->
                        element.removeAttr("itemprop").removeAttr("itemtype").removeAttr("itemscope"));
        document.select("script[type=application/ld+json]").remove();
        return document.outerHtml().getBytes(UTF_8);
    }
}

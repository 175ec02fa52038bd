package org.parley.sources.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many pages a second become text, with the processor time beside the time it took: {@code mvn test -Pload
 * -pl sources-service -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CleanerSpeedTest}.
 */
@Tag("load")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CleanerSpeedTest {

    private static final int ROUNDS = 30;

    /** As the service's own settings have it; what finds the text logs every odd link. */
    private static final Logger NOISE = Logger.getLogger("net.dankito.readability4j");

    @Test
    void pages_of_170_kilobytes() throws Exception {
        NOISE.setLevel(Level.OFF);
        List<byte[]> pages =
                IntStream.range(0, 40).mapToObj(CleanerSpeedTest::page).toList();
        assertThat(pages.get(0).length).isBetween(150_000, 200_000);
        assertThat(clean("170 kB", pages)).isGreaterThan(100);
    }

    @Test
    void real_pages_where_there_are_some() throws Exception {
        NOISE.setLevel(Level.OFF);
        String eval = System.getProperty("parley.eval.dir");
        org.junit.jupiter.api.Assumptions.assumeTrue(eval != null);
        assertThat(clean("real", real(Path.of(eval, "eval", "html", "kremlin.jsonl"))))
                .isGreaterThan(100);
    }

    /** @return pages a second of processor time, in the last round */
    private static double clean(String what, List<byte[]> pages) throws Exception {
        Cleaner cleaner = new Cleaner();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = cpu();
            long start = System.nanoTime();
            for (byte[] page : pages) {
                assertThat(cleaner.clean(page, "text/html;charset=UTF-8", "https://example.org/a", null)
                                .text())
                        .isNotBlank();
            }
            double wall = pages.size() * 1e9 / (System.nanoTime() - start);
            double own = pages.size() * 1e9 / (cpu() - cpu);
            best = Math.max(best, own);
            System.out.printf(
                    "%s pages, round %d: %.0f pages/s, %.0f a second of processor time%n", what, round, wall, own);
        }
        return best;
    }

    /** Of the whole process: the compiler's and the collector's work is part of what a page costs. */
    private static long cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static List<byte[]> real(Path file) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode html = new ObjectMapper().readTree(line).get("html");
            for (int copy = 0; copy < 4; copy++) {
                pages.add(html.asText().getBytes(UTF_8));
            }
        }
        return pages;
    }

    /** An article amid menus, boxes, scripts and links, as outlets print them. */
    private static byte[] page(int seed) {
        String links = IntStream.range(0, 400)
                .mapToObj(i -> "<li class=\"item c%d\"><a href=\"/section/%d/story-%d\"><span>Link %d</span></a></li>"
                        .formatted(i % 7, i, seed, i))
                .collect(Collectors.joining());
        String body = IntStream.range(0, 40)
                .mapToObj(i -> "<p class=\"text\">The envoys of Lusande, <a href=\"/who/%d\">who met</a> in Brenholt on"
                                .formatted(i)
                        + " Thursday, said that point %d of %d had been settled, officials said. "
                                .formatted(i, seed)
                                .repeat(3)
                        + "</p>")
                .collect(Collectors.joining());
        String boxes = IntStream.range(0, 60)
                .mapToObj(i ->
                        "<div class=\"teaser\"><figure><img src=\"/i/%d.jpg\" alt=\"\"></figure><h3>Teaser %d</h3><p>Short.</p></div>"
                                .formatted(i, i))
                .collect(Collectors.joining());
        return ("<!doctype html><html lang=\"en\"><head><title>Talks %1$d</title><meta property=\"og:title\" content=\"Talks %1$d\">"
                        + "<meta property=\"article:published_time\" content=\"2027-03-04T09:00:00Z\"><script>%2$s</script></head>"
                        + "<body><nav><ul>%3$s</ul></nav><main><article><h1>Talks %1$d</h1>%4$s</article><aside>%5$s</aside></main>"
                        + "<footer><ul>%3$s</ul></footer></body></html>")
                .formatted(seed, "var x = 'y';".repeat(6_000), links, body, boxes)
                .getBytes(UTF_8);
    }
}

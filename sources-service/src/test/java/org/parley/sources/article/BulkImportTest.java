package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.sources.Calls.bulk;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BulkImportTest {

    @Test
    void a_broken_line_refuses_itself_and_nothing_else() throws Exception {
        var lines = new ByteArrayOutputStream();
        lines.write("{\"text\":\"Line one.\",\"outlet\":\"Bulk\",\"id\":\"b1\"}\r\n".getBytes(UTF_8));
        lines.write("{\"text\":\"Broken\n".getBytes(UTF_8));
        lines.write("\n".getBytes(UTF_8));
        lines.write("{\"text\":\"x\",\"colour\":\"red\"}\n".getBytes(UTF_8));
        lines.write(new byte[] {'{', '"', 't', (byte) 0xff, '\n'});
        lines.write("{\"text\":\"half \\ud800\"}\n".getBytes(UTF_8));
        lines.write("{\"text\":\"\"}\n".getBytes(UTF_8));
        lines.write("{\"text\":\"Line eight.\",\"outlet\":\"Bulk\",\"id\":\"b8\"}".getBytes(UTF_8));

        List<Map<String, Object>> rows = bulk(lines.toByteArray());

        assertThat(rows).extracting("line").containsExactly(1, 2, 4, 5, 6, 7, 8);
        assertThat(rows)
                .extracting("fate")
                .containsExactly("STORED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "STORED");
        assertThat(detail(rows.get(1))).startsWith("line 2: ").contains("not JSON");
        assertThat(detail(rows.get(2))).contains("line 4", "colour");
        assertThat(detail(rows.get(3))).contains("line 5", "not UTF-8 at byte 3");
        assertThat(detail(rows.get(4))).contains("line 6", "surrogate");
        assertThat(detail(rows.get(5))).contains("line 7", "text: is empty");
        List<Object> stored = List.of(rows.get(0).get("articleId"), rows.get(6).get("articleId"));
        assertThat(read("/v1/articles/by-ids", "ids", stored, "text", true)
                        .jsonPath()
                        .getList("items.text"))
                .containsExactly("Line one.", "Line eight.");
    }

    @Test
    void lines_of_one_article_are_its_versions_in_order() {
        String lines = List.of("A.", "B.", "B.", "A.").stream()
                .map(text -> json(members("text", text, "url", "https://bulk.example.org/aba")))
                .collect(Collectors.joining("\n"));

        List<Map<String, Object>> rows = bulk(lines.getBytes(UTF_8));

        assertThat(rows).extracting("fate").containsExactly("STORED", "NEW_VERSION", "UNCHANGED", "NEW_VERSION");
        assertThat(rows).extracting("version").containsExactly(1, 2, 2, 3);
        assertThat(rows).extracting("articleId").containsOnly(rows.get(0).get("articleId"));
    }

    @Test
    void thousands_of_lines_are_stored_and_known_again() {
        byte[] lines = IntStream.range(0, 2_300)
                .mapToObj(i -> json(members("text", "Text number " + i + ".", "outlet", "Many", "id", "m" + i)))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);

        assertThat(bulk(lines)).hasSize(2_300).extracting("fate").containsOnly("STORED");
        assertThat(bulk(lines)).hasSize(2_300).extracting("fate").containsOnly("UNCHANGED");
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_next_is_taken() {
        String tooLong = json(members("text", "x".repeat(6_000_000)));
        String good = json(members("text", "After the long one."));

        List<Map<String, Object>> rows = bulk((tooLong + "\n" + good).getBytes(UTF_8));

        assertThat(rows).extracting("fate").containsExactly("REFUSED", "STORED");
        assertThat(detail(rows.get(0))).contains("line 1", "5 MB");
    }

    @SuppressWarnings("unchecked")
    private static String detail(Map<String, Object> row) {
        Map<String, Object> problem = (Map<String, Object>) row.get("problem");
        List<Map<String, Object>> errors = (List<Map<String, Object>>) problem.get("errors");
        assertThat(errors.get(0)).containsEntry("line", row.get("line"));
        return (String) problem.get("detail");
    }
}

package org.parley.launcher.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.launcher.lines.LineReader.Line;

class LineReaderTest {

    @Test
    void lines_are_counted_from_1_blank_ones_too_and_the_last_needs_no_line_feed() throws IOException {
        List<Line> lines = read("one\n\nthree\r\n  \nfive", 100);
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(lines).extracting(Line::isBlank).containsExactly(false, true, false, true, false);
        assertThat(lines.get(4).text()).isEqualTo("five");
        assertThat(read("", 100)).isEmpty();
        assertThat(read("\n", 100)).hasSize(1);
    }

    @Test
    void a_line_longer_than_the_buffer_comes_whole() throws IOException {
        String text = "žluťoučký ".repeat(20_000);
        assertThat(read("x\n" + text + "\ny", 1_000_000).get(1).text()).isEqualTo(text);
    }

    @Test
    void of_a_line_over_the_limit_only_the_beginning_is_kept_and_the_next_line_is_whole() throws IOException {
        List<Line> lines = read("12345\n" + "x".repeat(300_000) + "\nafter\n", 5);
        assertThat(lines).extracting(Line::tooLong).containsExactly(false, true, false);
        assertThat(lines.get(1).bytes()).hasSizeLessThan(10);
        assertThat(lines.get(2).text()).isEqualTo("after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | not a JSON object",
                "{\"id\": \"a\" | not valid JSON near column",
                "{\"id\": \"a\"} {} | not valid JSON near column",
                "{\"id\": \"a\", \"id\": \"b\"} | Duplicate field 'id'",
                "nonsense | not valid JSON near column",
            })
    void what_is_no_json_object_is_refused_with_the_reason(String text, String reason) throws IOException {
        Line line = read(text, 100).get(0);
        assertThatThrownBy(() -> JsonLine.object(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("com.fasterxml", "[Source", "\n");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_and_not_replaced() throws IOException {
        Line line =
                new LineReader(new ByteArrayInputStream("{\"id\": \"caf\u00e9\"}".getBytes(ISO_8859_1)), 100).next();
        assertThatThrownBy(() -> JsonLine.object(line)).hasMessageContaining("UTF-8");
    }

    private static List<Line> read(String text, int limit) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), limit)) {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}

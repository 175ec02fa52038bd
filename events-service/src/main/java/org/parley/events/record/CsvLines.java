package org.parley.events.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows as a table (RFC 4180). Each column is a path into the row; several values stand in one cell with semicolons
 * between. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvLines {

    private static final String FORMULA = "=+-@\t\r";

    private final ObjectMapper json;
    private final List<String> columns;
    private final Writer out;

    CsvLines(ObjectMapper json, List<String> columns, Writer out) {
        this.json = json;
        this.columns = columns;
        this.out = out;
    }

    void head() throws IOException {
        out.write(columns.stream().map(CsvLines::quoted).collect(Collectors.joining(",")) + "\r\n");
    }

    void line(Object row) throws IOException {
        JsonNode tree = json.valueToTree(row);
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
            line.append(line.isEmpty() ? "" : ",");
            List<JsonNode> values = at(tree, column).toList();
            line.append(
                    values.size() == 1 && values.get(0).isNumber()
                            ? values.get(0).asText()
                            : text(values));
        }
        out.write(line.append("\r\n").toString());
    }

    private static String text(List<JsonNode> values) {
        return quoted(harmless(values.stream().map(JsonNode::asText).collect(Collectors.joining("; "))));
    }

    private static Stream<JsonNode> at(JsonNode node, String path) {
        if (node.isMissingNode() || node.isNull()) {
            return Stream.empty();
        }
        if (path.isEmpty()) {
            return Stream.of(node);
        }
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        if (head.endsWith("[]")) {
            JsonNode list = node.path(head.substring(0, head.length() - 2));
            return StreamSupport.stream(list.spliterator(), false).flatMap(each -> at(each, rest));
        }
        return at(node.path(head), rest);
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package org.parley.events.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

@EventsTest
class PointedWordsTest {

    private static final String ONE = "Harbour Minister %s called the offer \"a good basis for calm\".\n";

    @Test
    void words_pointed_at_are_the_statement_and_its_receipt_and_are_found_again_in_new_versions() {
        String address = Newsroom.address();
        String text = ONE.formatted("Nora Tamsin");
        Printed article = read(address, text);
        String id = statement(article);
        String asRead = view(id).getString("items[0].content");
        String words = "good basis for calm";

        String decision = point(id, 1, text.indexOf(words), words.length())
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(view(id).getString("items[0].content")).isEqualTo(words).isNotEqualTo(asRead);
        assertThat(view(id).getString("items[0].receipts[0].exact")).isEqualTo(words);
        assertThat(view(id).getInt("items[0].receipts[0].start")).isEqualTo(text.indexOf(words));
        assertThat(view(id).getString("items[0].receipts[0].suffix")).startsWith("\"");
        assertThat(ids(Map.of("article", List.of(article.id()), "review", List.of("CORRECTED"))))
                .containsExactly(id);

        String above = "Rain fell all day.\n\n";
        read(address, above + text);
        assertThat(view(id).getInt("items[0].articleVersion")).isEqualTo(2);
        assertThat(view(id).getString("items[0].receipts[0].exact")).isEqualTo(words);
        assertThat(view(id).getInt("items[0].receipts[0].start")).isEqualTo(above.length() + text.indexOf(words));

        read(address, text.replace("good basis", "fair basis"));
        assertThat(view(id).getString("items[0].content")).contains("fair basis");

        undo(decision).statusCode(200);
        read(address, text);
        assertThat(view(id).getString("items[0].content")).isEqualTo(asRead);
    }

    @Test
    void words_that_do_not_lie_in_the_text_are_refused_by_name() {
        String text = ONE.formatted("Signe Aldous");
        String id = statement(read(Newsroom.address(), text));
        refused(point(id, 1, text.length() - 3, 8), 400, "correction.spans[0].end", text.length() + " characters");
        refused(point(id, 1, 5, 0), 400, "correction.spans[0]", "end after its start");
        refused(point(id, 1, text.indexOf(" called"), 1), 400, "correction.spans[0]", "white space");
        refused(point(id, 2, 0, 5), 409, "correction.spans[0].articleVersion", "read from version 1");
        refused(
                decide("STATEMENT", List.of(id), "CORRECT", Map.of("spans", List.of(span(1, 10, 20), span(1, 15, 25)))),
                400,
                "correction.spans[1].start",
                "in order");
        refused(
                decide("STATEMENT", List.of(id), "CORRECT", Map.of("spans", List.of(Map.of("start", 3)))),
                400,
                "correction.spans[0]",
                "articleVersion");
        assertThat(view(id).getString("items[0].review")).isEqualTo("UNREVIEWED");
    }

    private static void refused(ValidatableResponse answer, int status, String field, String says) {
        JsonPath problem = answer.statusCode(status).extract().jsonPath();
        assertThat(problem.getString("errors[0].field")).isEqualTo(field);
        assertThat(problem.getString("errors[0].message")).contains(says);
    }

    private static ValidatableResponse point(String statement, int version, int start, int length) {
        return decide(
                "STATEMENT",
                List.of(statement),
                "CORRECT",
                Map.of("spans", List.of(span(version, start, start + length))));
    }

    private static Map<String, Integer> span(int version, int start, int end) {
        return Map.of("articleVersion", version, "start", start, "end", end);
    }

    private static Printed read(String address, String text) {
        Printed printed = Newsroom.print(address, text);
        Newsroom.awaitRead(printed);
        return printed;
    }

    private static String statement(Printed article) {
        List<String> ids = ids(Map.of("article", List.of(article.id())));
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static List<String> ids(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter))
                .post("/v1/statements/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.node.id");
    }

    private static JsonPath view(String statement) {
        return events("read")
                .body(Map.of("ids", List.of(statement)))
                .post("/v1/statements/by-ids")
                .jsonPath();
    }

    private static ValidatableResponse decide(
            String kind, List<String> subjects, String verdict, Map<String, Object> correction) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "subjectIds", subjects, "verdict", verdict));
        if (correction != null) {
            body.put("correction", correction);
        }
        return events("review").body(body).post("/v1/review/decisions").then();
    }

    private static ValidatableResponse undo(String decision) {
        return events("review")
                .post("/v1/review/decisions/" + decision + "/undo")
                .then();
    }
}

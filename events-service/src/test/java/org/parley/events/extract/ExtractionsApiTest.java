package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;

@EventsTest
class ExtractionsApiTest {

    private static final String TEXT = "\"We will sign on Monday,\" said Ada Lovelin, the foreign minister.";

    @Test
    void text_in_statements_out_with_receipts_and_without_ids() {
        JsonPath answer =
                extract(Map.of("text", TEXT, "published", "2027-03-04")).jsonPath();

        assertThat(answer.getBoolean("extracted")).isTrue();
        assertThat(answer.getString("language")).isIn("en", "und");
        assertThat(answer.getList("statements")).hasSize(1);
        assertThat(answer.getString("statements[0].speakers[0].name")).isEqualTo("Ada Lovelin");
        assertThat(answer.getString("statements[0].form")).isEqualTo("DIRECT");
        int start = answer.getInt("statements[0].receipts[0].start");
        int end = answer.getInt("statements[0].receipts[0].end");
        assertThat(TEXT.substring(start, end)).isEqualTo(answer.getString("statements[0].receipts[0].exact"));
        assertThat(answer.getMap("statements[0]")).doesNotContainKeys("id", "articleId", "knownAt");
    }

    @Test
    void nothing_is_stored() {
        int before = events("read").get("/v1/status").path("actors");

        extract(Map.of("text", TEXT.replace("Ada Lovelin", "Zorah Quillfeather")))
                .then()
                .statusCode(200);

        assertThat((int) events("read").get("/v1/status").path("actors")).isEqualTo(before);
        events("read")
                .body(Map.of("filter", Map.of("alias", "Zorah Quillfeather")))
                .post("/v1/actors/query")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void mistakes_are_named() {
        extract(Map.of()).then().statusCode(400).body("detail", containsString("text"));
        extract(Map.of("text", "  ")).then().statusCode(400).body("detail", containsString("text"));
        extract(Map.of("text", TEXT, "published", "soon"))
                .then()
                .statusCode(400)
                .body("detail", containsString("published"));
        extract(Map.of("text", TEXT, "colour", "red")).then().statusCode(400).body("detail", containsString("colour"));
        extract(Map.of("text", "a ".repeat(300_000))).then().statusCode(413).body("code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void it_needs_the_partner_scope() {
        events("read").body(Map.of("text", TEXT)).post("/v1/extractions").then().statusCode(403);
    }

    @Test
    void more_at_once_than_allowed_are_refused_and_told_to_come_back() throws Exception {
        String large = (TEXT + " ").repeat(1_500);
        ExecutorService callers = Executors.newFixedThreadPool(12);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> extract(Map.of("text", large)));
        }
        List<Integer> statuses = new ArrayList<>();
        for (var call : callers.invokeAll(calls)) {
            Response answer = call.get();
            statuses.add(answer.statusCode());
            if (answer.statusCode() == 429) {
                answer.then().body("code", equalTo("RATE_LIMITED")).header("Retry-After", containsString(""));
            }
        }
        callers.shutdown();

        assertThat(statuses)
                .containsOnly(200, 429)
                .filteredOn(status -> status == 200)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private static Response extract(Map<String, ?> asked) {
        return events("partner").body(asked).post("/v1/extractions");
    }
}

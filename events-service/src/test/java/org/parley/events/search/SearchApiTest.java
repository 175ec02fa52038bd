package org.parley.events.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

@EventsTest
class SearchApiTest {

    @BeforeAll
    static void read_the_dossier() {
        Newsroom.dossier();
    }

    @Test
    void a_misspelt_name_finds_the_actor() {
        JsonPath found = search(Map.of("text", "Samira Qadrri", "kinds", List.of("ACTOR")));

        assertThat(found.getList("items.node.title")).contains("Samira Qadri");
        assertThat(found.getList("items.node.kind")).containsOnly("ACTOR");
    }

    @Test
    void words_of_a_statement_are_found_and_marked() {
        JsonPath found = search(Map.of("text", "ceiling floor", "kinds", List.of("STATEMENT")));

        assertThat(found.getString("items[0].node.title")).contains("a floor, not a ceiling");
        assertThat(found.getList("items[0].node.highlight.findAll { it.hit }.text"))
                .contains("floor", "ceiling");
        assertThat(String.join("", found.getList("items[0].node.highlight.text")))
                .isEqualTo(found.getString("items[0].node.title"));
    }

    @Test
    void pages_hold_every_hit_once_best_first() {
        List<String> ids = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>(Map.of("text", "government", "first", 3));
        boolean more = true;
        while (more) {
            JsonPath page = search(asked);
            ids.addAll(page.getList("items.node.id"));
            scores.addAll(page.getList("items.node.score", Float.class));
            asked.put("after", page.getString("items[-1].cursor"));
            more = page.getBoolean("hasNext");
        }

        assertThat(ids).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        asked.remove("after");
        assertThat(search(asked).getMap("$")).doesNotContainKey("total");
        asked.put("count", true);
        assertThat(search(asked).getInt("total")).isEqualTo(ids.size());
        assertThat(scores).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothing_to_look_for_is_refused(String text) {
        events("read")
                .body(Map.of("text", text))
                .post("/v1/search")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_USER_INPUT"));
    }

    private static JsonPath search(Map<String, Object> asked) {
        return events("read")
                .body(asked)
                .post("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

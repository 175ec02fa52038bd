package org.parley.events.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

/** Two of the fictional talks' people are made one and parted again. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeApiTest {

    private String minister;
    private String general;

    @BeforeAll
    void print_the_dossier() {
        Newsroom.dossier();
        minister = actor("Dragomir Toleš");
        general = actor("Anton Toleš");
    }

    @Test
    void two_people_of_one_surname_are_two() {
        assertThat(minister).isNotEqualTo(general);
    }

    @Test
    void a_merge_redirects_and_is_taken_back_without_a_trace() {
        int ofMinister = statementsOf(minister).getInt("total");
        int ofGeneral = statementsOf(general).getInt("total");

        JsonPath merged = events("admin")
                .body(Map.of("into", minister, "from", List.of(general), "note", "a test"))
                .post("/v1/actors/merge")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(merged.getString("id")).isEqualTo(minister);
        assertThat(merged.getList("mergedFrom.id")).containsExactly(general);
        assertThat(merged.getList("aliases")).contains("Anton Toleš", "Dragomir Toleš");
        assertThat(byId(general).getString("items[0].id")).isEqualTo(minister);
        for (String id : List.of(minister, general)) {
            assertThat(statementsOf(id).getInt("total")).isEqualTo(ofMinister + ofGeneral);
            assertThat(statementsOf(id).getList("items.node.speakers.flatten().id"))
                    .contains(minister)
                    .doesNotContain(general);
        }
        assertThat(pageOf(minister)).isEqualTo(ofMinister + ofGeneral);

        events("admin")
                .body(Map.of("into", minister, "from", List.of(general)))
                .post("/v1/actors/merge")
                .then()
                .statusCode(409);

        JsonPath alone = events("admin")
                .post("/v1/actors/" + general + "/unmerge")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(alone.getString("id")).isEqualTo(general);
        assertThat(statementsOf(minister).getInt("total")).isEqualTo(ofMinister);
        assertThat(statementsOf(general).getInt("total")).isEqualTo(ofGeneral);
        assertThat(byId(minister).getList("items[0].mergedFrom")).isEmpty();
    }

    @Test
    void mistakes_are_told_and_others_may_not_merge() {
        events("admin")
                .body(Map.of("into", minister, "from", List.of(minister)))
                .post("/v1/actors/merge")
                .then()
                .statusCode(400);
        events("admin")
                .body(Map.of("into", minister, "from", List.of(UUID.randomUUID())))
                .post("/v1/actors/merge")
                .then()
                .statusCode(400);
        events("admin").post("/v1/actors/" + minister + "/unmerge").then().statusCode(404);
        events("review")
                .body(Map.of("into", minister, "from", List.of(general)))
                .post("/v1/actors/merge")
                .then()
                .statusCode(403);
    }

    @Test
    void who_is_called_by_a_side_speaks_for_it() {
        JsonPath velmara = events("read")
                .body(Map.of("filter", Map.of("alias", "Velmara")))
                .post("/v1/actors/query")
                .jsonPath();
        String party = velmara.getString("items[0].node.id");

        assertThat(byId(minister).getString("items[0].party.id")).isEqualTo(party);
        JsonPath said = events("read")
                .body(Map.of("filter", Map.of("party", List.of(party)), "first", 100))
                .post("/v1/statements/query")
                .jsonPath();
        assertThat(said.getList("items.node.speakers.flatten().id")).contains(minister);
        assertThat(said.getList("items.node.party.id")).containsOnly(party);
    }

    private static String actor(String name) {
        return events("read")
                .body(Map.of("filter", Map.of("name", name)))
                .post("/v1/actors/query")
                .jsonPath()
                .getString("items[0].node.id");
    }

    private static JsonPath byId(String id) {
        return events("read")
                .body(Map.of("ids", List.of(id)))
                .post("/v1/actors/by-ids")
                .jsonPath();
    }

    private static JsonPath statementsOf(String actor) {
        return events("read")
                .body(Map.of("filter", Map.of("speaker", List.of(actor)), "first", 100, "count", true))
                .post("/v1/statements/query")
                .jsonPath();
    }

    private static int pageOf(String actor) {
        return events("read")
                .body(Map.of("by", "SPEAKER", "keys", List.of(actor), "count", true))
                .post("/v1/statements/pages-by")
                .jsonPath()
                .getInt("pages.'" + actor + "'.total");
    }
}

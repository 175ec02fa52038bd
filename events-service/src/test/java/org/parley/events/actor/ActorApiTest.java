package org.parley.events.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

@EventsTest
class ActorApiTest {

    @BeforeAll
    static void read_the_dossier() {
        Newsroom.dossier();
    }

    @Test
    void actors_are_found_by_alias_by_part_of_a_name_and_nearly_so() {
        assertThat(names(Map.of("alias", "SAMIRA QADRI"))).contains("Samira Qadri");
        assertThat(names(Map.of("text", "amira qad"))).contains("Samira Qadri");
        assertThat(names(Map.of("text", "Samira Quadri"))).contains("Samira Qadri");
        assertThat(names(Map.of("alias", "Nobody At All"))).isEmpty();
    }

    @Test
    void kinds_are_told_apart() {
        assertThat(names(Map.of("kind", List.of("PERSON"), "alias", "Samira Qadri")))
                .isNotEmpty();
        assertThat(names(Map.of("kind", List.of("STATE", "GROUP"), "alias", "Samira Qadri")))
                .isEmpty();
    }

    @Test
    void pages_forward_and_backward_hold_the_same_actors_in_order_of_name() {
        List<String> forward = pages("first", "after");
        List<String> backward = pages("last", "before");

        assertThat(forward).hasSizeGreaterThan(10).doesNotHaveDuplicates().isEqualTo(backward);
    }

    private static List<String> names(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter))
                .post("/v1/actors/query")
                .then()
                .statusCode(200)
                .extract()
                .path("items.node.name");
    }

    private static List<String> pages(String size, String cursor) {
        boolean forward = size.equals("first");
        List<String> ids = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>(Map.of(size, 4));
        boolean more = true;
        while (more) {
            JsonPath page = events("read").body(asked).post("/v1/actors/query").jsonPath();
            ids.addAll(forward ? ids.size() : 0, page.getList("items.node.id"));
            more = page.getBoolean(forward ? "hasNext" : "hasPrevious");
            asked.put(cursor, page.getString(forward ? "items[-1].cursor" : "items[0].cursor"));
        }
        return ids;
    }
}

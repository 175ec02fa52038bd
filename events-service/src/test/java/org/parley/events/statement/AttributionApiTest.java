package org.parley.events.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

/** What outlets' scorecards know of their statements, in the fictional ceasefire talks. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributionApiTest {

    private static final String FROM = "2000-01-01T00:00:00Z";
    private static final String TO = "2100-01-01T00:00:00Z";

    @BeforeAll
    void print_the_dossier() {
        Newsroom.dossier();
    }

    @Test
    void the_first_report_of_a_remark_others_told_on_their_own_is_corroborated_and_the_last_is_not() {
        List<Map<String, Object>> told =
                statements(Map.of("text", "floor ceiling")).getList("items.node");
        told.sort(Comparator.comparing(one -> (String) one.get("publishedAt")));
        assertThat(told).hasSizeGreaterThanOrEqualTo(4);

        List<String> corroborated = statements(Map.of("text", "floor ceiling", "corroborated", true))
                .getList("items.node.id");

        assertThat(corroborated).contains((String) told.get(0).get("id"));
        assertThat(corroborated)
                .doesNotContain((String) told.get(told.size() - 1).get("id"));
    }

    @Test
    void each_number_of_an_outlet_is_the_number_of_rows_its_filter_gives() {
        List<String> outlets = statements(Map.of()).<String>getList("items.node.outletId").stream()
                .distinct()
                .toList();
        assertThat(outlets).hasSizeGreaterThan(3);

        JsonPath counted = events("read")
                .body(Map.of("ids", outlets, "from", FROM, "to", TO))
                .post("/v1/outlets/attributions")
                .jsonPath();

        assertThat(counted.<String>getList("items.outletId")).isEqualTo(outlets);
        assertThat(counted.getList("items.corroborated", Integer.class)).anyMatch(number -> number > 0);
        assertThat(counted.getList("items.anonymous", Integer.class)).anyMatch(number -> number > 0);
        for (int i = 0; i < outlets.size(); i++) {
            String outlet = outlets.get(i);
            assertThat(rows(outlet, null)).isEqualTo(counted.getInt("items[" + i + "].statements"));
            assertThat(rows(outlet, "corroborated")).isEqualTo(counted.getInt("items[" + i + "].corroborated"));
            assertThat(rows(outlet, "anonymous")).isEqualTo(counted.getInt("items[" + i + "].anonymous"));
        }
    }

    @Test
    void nobody_with_a_name_speaks_in_what_is_anonymous() {
        JsonPath anonymous = statements(Map.of("anonymous", true));
        assertThat(anonymous.getList("items")).isNotEmpty();
        assertThat(anonymous.<List<String>>getList("items.node.speakers.kind"))
                .allSatisfy(kinds -> assertThat(kinds).isSubsetOf("GROUP"));
        assertThat(statements(Map.of("anonymous", false)).<List<String>>getList("items.node.speakers.kind"))
                .allSatisfy(kinds -> assertThat(kinds).anyMatch(kind -> !kind.equals("GROUP")));
    }

    @Test
    void an_outlet_nobody_knows_has_zeroes_and_the_time_has_to_be_said() {
        UUID nobody = UUID.randomUUID();
        events("read")
                .body(Map.of("ids", List.of(nobody), "from", FROM, "to", TO))
                .post("/v1/outlets/attributions")
                .then()
                .statusCode(200);
        JsonPath refused = events("read")
                .body(Map.of("ids", List.of(nobody), "from", FROM))
                .post("/v1/outlets/attributions")
                .jsonPath();
        assertThat(refused.getString("errors[0].field")).isEqualTo("to");
    }

    private static int rows(String outlet, String which) {
        Map<String, Object> filter =
                new HashMap<>(Map.of("outlet", List.of(outlet), "publishedFrom", FROM, "publishedTo", TO));
        if (which != null) {
            filter.put(which, true);
        }
        return statements(filter).getInt("total");
    }

    private static JsonPath statements(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter, "first", 100, "count", true))
                .post("/v1/statements/query")
                .jsonPath();
    }
}

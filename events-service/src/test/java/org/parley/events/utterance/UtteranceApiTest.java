package org.parley.events.utterance;

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
import org.parley.events.sources.Newsroom.Printed;

/** One remark of the fictional ceasefire talks, told by four outlets, one of which copied another. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UtteranceApiTest {

    private Map<String, Printed> printed;

    @BeforeAll
    void print_the_dossier() {
        printed = Newsroom.dossier();
    }

    @Test
    void a_remark_told_by_four_outlets_is_one_utterance_with_two_known_origins() {
        JsonPath found = query(Map.of("text", "floor ceiling", "minOutlets", 4));

        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getInt("items[0].node.outletCount")).isEqualTo(4);
        assertThat(found.getInt("items[0].node.statementCount")).isEqualTo(4);
        assertThat(found.getList("items[0].node.origins.name"))
                .containsExactlyInAnyOrder("Meridian Wire", "Northgate Herald");
        assertThat(found.getInt("items[0].node.originCount")).isEqualTo(2);
        assertThat(found.getInt("items[0].node.unknownOriginReports")).isEqualTo(1);
        assertThat(found.getList("items[0].node.speakers.name")).containsExactly("Dragomir Toleš");
        assertThat(found.getString("items[0].node.content")).contains("a floor, not a ceiling");
    }

    @Test
    void its_statements_keep_their_wording_and_name_it() {
        String id = query(Map.of("text", "floor ceiling", "minOutlets", 4)).getString("items[0].node.id");

        JsonPath pages = events("read")
                .body(Map.of("by", "UTTERANCE", "keys", List.of(id), "count", true))
                .post("/v1/statements/pages-by")
                .jsonPath();
        assertThat(pages.getInt("pages.'" + id + "'.total")).isEqualTo(4);
        assertThat(pages.getList("pages.'" + id + "'.items.node.utteranceId")).containsOnly(id);
        assertThat(pages.getList("pages.'" + id + "'.items.node.content")).doesNotHaveDuplicates();

        JsonPath filtered = events("read")
                .body(Map.of("filter", Map.of("utterance", List.of(id)), "count", true))
                .post("/v1/statements/query")
                .jsonPath();
        assertThat(filtered.getInt("total")).isEqualTo(4);
    }

    @Test
    void that_a_second_origin_reports_it_is_an_event_that_a_stored_question_can_ask_for() {
        JsonPath utterance = query(Map.of("text", "floor ceiling", "minOutlets", 4));
        String id = utterance.getString("items[0].node.id");
        String address = events("partner")
                .body(Map.of(
                        "name", "who else has it",
                        "types", List.of("org.parley.utterance.corroborated.v1"),
                        "actor", List.of(utterance.getString("items[0].node.speakers[0].id"))))
                .post("/v1/questions")
                .then()
                .statusCode(201)
                .extract()
                .path("changes");

        List<Map<String, Map<String, Integer>>> told = events("partner", "feed")
                .get(address)
                .jsonPath()
                .getList("events.findAll { it.subject == '%s' }.data".formatted(id));

        assertThat(told).isNotEmpty();
        assertThat(told.get(told.size() - 1).get("after").get("originCount")).isEqualTo(2);
        told.forEach(each -> {
            if (each.containsKey("before")) {
                assertThat(each.get("before").get("originCount"))
                        .isLessThan(each.get("after").get("originCount"));
            }
        });
    }

    @Test
    void filters_by_speaker_outlet_article_and_counts() {
        String speaker =
                query(Map.of("text", "floor ceiling", "minOutlets", 4)).getString("items[0].node.speakers[0].id");
        UUID article = printed.get("06").id();

        assertThat(query(Map.of("speaker", List.of(speaker), "minOutlets", 3)).getList("items"))
                .isNotEmpty();
        assertThat(query(Map.of("speaker", List.of(speaker), "minOrigins", 9)).getList("items"))
                .isEmpty();
        assertThat(query(Map.of("article", List.of(article), "minOutlets", 4, "text", "floor ceiling"))
                        .getList("items"))
                .hasSize(1);
        assertThat(query(Map.of("statedFrom", "2099-01-01")).getList("items")).isEmpty();
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        JsonPath first = events("read")
                .body(Map.of("first", 3, "count", true))
                .post("/v1/utterances/query")
                .jsonPath();
        JsonPath next = events("read")
                .body(Map.of("first", 100, "after", first.getString("items[2].cursor")))
                .post("/v1/utterances/query")
                .jsonPath();

        assertThat(first.getInt("total")).isGreaterThan(3);
        assertThat(next.getList("items.node.id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.getList("items.node.id"));
    }

    @Test
    void by_id_in_the_order_asked_and_null_for_what_is_not_there() {
        String id = query(Map.of("text", "floor ceiling", "minOutlets", 4)).getString("items[0].node.id");
        UUID nobody = UUID.randomUUID();

        List<Object> items = events("read")
                .body(Map.of("ids", List.of(nobody, id)))
                .post("/v1/utterances/by-ids")
                .jsonPath()
                .getList("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0)).isNull();
        assertThat(items.get(1)).extracting("id").isEqualTo(id);
    }

    @Test
    void before_the_first_article_nothing_was_known() {
        JsonPath then = events("read")
                .body(Map.of("knownAt", "2020-01-01T00:00:00Z"))
                .post("/v1/utterances/query")
                .jsonPath();

        assertThat(then.getList("items")).isEmpty();
    }

    @Test
    void reading_needs_the_scope() {
        events("feed").body(Map.of()).post("/v1/utterances/query").then().statusCode(403);
    }

    private static JsonPath query(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter, "count", true))
                .post("/v1/utterances/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

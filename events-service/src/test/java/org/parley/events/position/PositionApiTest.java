package org.parley.events.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PositionApiTest {

    private static final String ARTICLE = """
            {"outlet": "Test Gazette", "url": "%s", "published": "%sT10:00:00Z", "text": "%s"}""";

    @BeforeAll
    void print_two_articles() {
        for (String[] article : new String[][] {
            {
                "2027-02-20",
                "Tavria's foreign minister, Ode Kallur, rejected the 12-point peace plan."
                        + " Tavria is a small country. Island envoy Sella Marn welcomed the 12-point peace plan."
            },
            {"2027-03-05", "Tavria's foreign minister, Ode Kallur, accepted the 12-point peace plan. Tavria was glad."},
            {"2027-03-06", "Tavria's trade minister, Ines Varga, backed the 12-point peace plan."}
        }) {
            Newsroom.awaitRead(Newsroom.printJson(ARTICLE.formatted(Newsroom.address(), article[0], article[1]), null));
        }
    }

    @Test
    void every_position_rests_on_statements_of_its_proposal() {
        JsonPath found = query(Map.of("first", 100, "history", true));

        assertThat(found.getList("items")).isNotEmpty();
        for (int i = 0; i < found.getList("items").size(); i++) {
            String at = "items[" + i + "].node.";
            List<String> statements = found.getList(at + "statementIds");
            JsonPath said = events("read")
                    .body(Map.of("ids", statements))
                    .post("/v1/statements/by-ids")
                    .jsonPath();
            assertThat(said.getList("items.about.flatten().proposalId")).contains(found.getString(at + "proposalId"));
            assertThat(found.getString(at + "holder.name")).isNotBlank();
        }
    }

    @Test
    void only_what_had_been_said_by_a_day_stands_on_it() {
        JsonPath then = query(Map.of("asOf", "2027-03-01", "first", 100));

        assertThat(then.getList("items.node.since"))
                .allSatisfy(since -> assertThat((String) since).isLessThanOrEqualTo("2027-03-01"));
        assertThat(query(Map.of("asOf", "1999-01-01")).getList("items")).isEmpty();
        assertThat(query(Map.of("knownAt", "1999-01-01T00:00:00Z")).getList("items"))
                .isEmpty();
    }

    @Test
    void pages_by_holder_and_proposal_hold_the_same_positions() {
        JsonPath one = query(Map.of("first", 1));
        String holder = one.getString("items[0].node.holder.id");
        String proposal = one.getString("items[0].node.proposalId");
        String id = one.getString("items[0].node.id");

        assertThat(pages("HOLDER", holder)).contains(id);
        assertThat(pages("PROPOSAL", proposal)).contains(id);
        assertThat(query(Map.of(
                                "filter",
                                Map.of("holder", List.of(holder), "proposal", List.of(proposal)),
                                "first",
                                100))
                        .getList("items.node.id"))
                .contains(id);
    }

    @Test
    void a_party_stands_where_those_who_speak_for_it_do() {
        JsonPath all = query(Map.of("first", 100));
        List<String> kinds = all.getList("items.node.holder.kind");

        assertThat(kinds).contains("PERSON");
        assertThat(kinds).containsAnyOf("STATE", "ORGANISATION");
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        JsonPath all = query(Map.of("first", 100, "count", true));
        JsonPath first = query(Map.of("first", 2));
        JsonPath next = query(Map.of("first", 100, "after", first.getString("items[1].cursor")));

        List<String> ids = all.getList("items.node.id");
        assertThat(next.getList("items.node.id")).isEqualTo(ids.subList(2, ids.size()));
        assertThat(all.getInt("total")).isEqualTo(ids.size());
    }

    private static List<String> pages(String by, String key) {
        return events("read")
                .body(Map.of("by", by, "keys", List.of(key), "first", 100))
                .post("/v1/positions/pages-by")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("pages.'" + key + "'.items.node.id");
    }

    private static JsonPath query(Map<String, Object> body) {
        return events("read")
                .body(body)
                .post("/v1/positions/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

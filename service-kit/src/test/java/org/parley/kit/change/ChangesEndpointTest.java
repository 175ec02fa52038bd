package org.parley.kit.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;
import org.parley.kit.page.CursorSeal;
import org.parley.testkit.TestTokens;

@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesEndpointTest {

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Inject
    CursorSeal seal;

    @Test
    void events_come_as_cloud_events_page_by_page() {
        String start = feed.head();
        record("one");
        record("two");

        String next = reader().queryParam("after", start)
                .queryParam("limit", 1)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("events", hasSize(1))
                .body("events[0].specversion", equalTo("1.0"))
                .body("events[0].source", equalTo("/sources"))
                .body("events[0].type", equalTo("test.v1"))
                .body("events[0].subject", equalTo("one"))
                .body("events[0].datacontenttype", equalTo("application/json"))
                .body("events[0].data.after.name", equalTo("one"))
                .body("events[0].data.reason", equalTo("TEST"))
                .body("more", equalTo(true))
                .extract()
                .path("next");
        reader().queryParam("after", next)
                .get("/v1/changes")
                .then()
                .body("events.subject", equalTo(List.of("two")))
                .body("more", equalTo(false));
    }

    @Test
    void the_next_page_is_linked_with_all_that_was_asked() {
        String start = feed.head();
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> changes.record("org.parley.statement.added.v1", id, new ChangeData(null, id, "TEST")));
        var first = reader().queryParam("after", start)
                .queryParam("types", "org.parley.statement.*")
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("events.subject", equalTo(List.of(id)))
                .body("events[0].dataschema", equalTo("/docs/events/org.parley.statement.added.v1.json"))
                .extract();
        String link = first.header("Link");

        assertThat(link)
                .endsWith(">; rel=\"next\"")
                .contains("types=org.parley.statement", "after=" + first.path("next"));
        String next = link.substring(1, link.indexOf('>'));
        reader().urlEncodingEnabled(false).get(next).then().statusCode(200).body("events", hasSize(0));
    }

    @Test
    void filters_let_through_what_speaks_of_an_id_and_move_the_cursor_past_the_rest() {
        String start = feed.head();
        UUID proposal = UUID.randomUUID();
        UUID actor = UUID.randomUUID();
        record("none");
        tell("org.parley.statement.added.v1", Map.of("stances", List.of(Map.of("proposalId", proposal))));
        tell("org.parley.statement.added.v1", Map.of("speakers", List.of(Map.of("id", actor)), "about", proposal));
        tell("org.parley.proposal.changed.v1", Map.of("id", proposal));
        record("none");

        assertThat(types(start, "proposal", proposal)).hasSize(3);
        assertThat(types(start, "actor", actor)).containsExactly("org.parley.statement.added.v1");
        assertThat(types(start, "outlet", proposal, "actor", actor)).hasSize(1);
        assertThat(types(start, "proposal", proposal, "types", "org.parley.proposal.*"))
                .containsExactly("org.parley.proposal.changed.v1");
        assertThat(types(start, "proposal", UUID.randomUUID())).isEmpty();
        reader().queryParam("after", start)
                .queryParam("outlet", UUID.randomUUID())
                .get("/v1/changes")
                .then()
                .body("next", equalTo(feed.head()));
    }

    @Test
    void a_filter_that_is_not_known_is_named_with_what_there_is() {
        Map.of(
                        "speaker", "x",
                        "types", "org.parley.nothing.v1",
                        "proposal", "the-plan",
                        "actor", "17",
                        "outlet", "Gazette")
                .forEach((name, value) -> reader().queryParam(name, value)
                        .get("/v1/changes")
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("BAD_USER_INPUT"))
                        .body("errors[0].field", equalTo(name)));
    }

    private List<String> types(String after, Object... filter) {
        var request = reader().queryParam("after", after);
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam((String) filter[i], filter[i + 1]);
        }
        return request.get("/v1/changes").then().statusCode(200).extract().path("events.type");
    }

    private void tell(String type, Object after) {
        QuarkusTransaction.requiringNew()
                .run(() -> changes.record(type, UUID.randomUUID().toString(), new ChangeData(null, after, "TEST")));
    }

    @Test
    void an_empty_page_waits_for_the_next_event() throws Exception {
        String start = feed.head();
        var waiting = CompletableFuture.supplyAsync(() -> reader().queryParam("after", start)
                .queryParam("wait", 20)
                .get("/v1/changes")
                .jsonPath()
                .getString("events[0].subject"));
        Thread.sleep(300);
        assertThat(waiting).isNotDone();
        record("awaited");

        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("awaited");
    }

    @Test
    void waiting_ends_with_an_empty_page_and_the_same_place() {
        String head = feed.head();
        reader().queryParam("after", head)
                .queryParam("wait", 1)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("events", hasSize(0))
                .body("next", equalTo(head));
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        String head = feed.head();
        String changed = head.substring(0, 9) + (head.charAt(9) == 'A' ? 'B' : 'A') + head.substring(10);
        for (String cursor : new String[] {changed, "x", "%00", head + "A"}) {
            reader().queryParam("after", cursor)
                    .get("/v1/changes")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("BAD_USER_INPUT"))
                    .body("errors[0].field", equalTo("after"));
        }
    }

    @Test
    void a_cursor_of_another_epoch_is_gone_and_says_how_to_go_on() {
        String foreign = seal.seal("changes", new ChangeCursor(UUID.randomUUID(), 5, 6).bytes());
        reader().queryParam("after", foreign)
                .get("/v1/changes")
                .then()
                .statusCode(410)
                .body("code", equalTo("CURSOR_EXPIRED"))
                .body("detail", containsString("Read the lists again"));
    }

    @Test
    void limits_are_named() {
        reader().queryParam("limit", 501)
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("code", equalTo("LIMIT_EXCEEDED"));
        reader().queryParam("limit", 0)
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_USER_INPUT"));
        reader().queryParam("wait", "long")
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("wait"));
    }

    @Test
    void the_feed_needs_its_scope() {
        given().get("/v1/changes").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().header("Authorization", TestTokens.bearer("sources", "read", "admin"))
                .get("/v1/changes")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    private void record(String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> changes.record("test.v1", name, new ChangeData(null, Map.of("name", name), "TEST")));
    }

    private static RequestSpecification reader() {
        return given().header("Authorization", TestTokens.bearer("sources", "feed"));
    }
}

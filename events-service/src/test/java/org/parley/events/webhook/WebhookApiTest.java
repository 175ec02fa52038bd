package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;

@ScriptedEventsTest
@WithTestResource(Receivers.class)
class WebhookApiTest extends WebhooksTest {

    @Inject
    Ledger ledger;

    @Test
    void only_what_was_asked_for_is_sent() {
        UUID proposal = UUID.randomUUID();
        endpoint(Map.of("types", List.of("org.parley.statement.*"), "proposal", List.of(proposal)));
        tell(ADDED, Map.of());
        tell("org.parley.proposal.changed.v1", Map.of("id", proposal));
        String wanted = tell(ADDED, Map.of("proposalId", proposal));
        String last = tell("org.parley.statement.removed.v1", Map.of("proposalId", proposal));

        await(() -> receiver.count() == 2);
        assertThat(receiver.got().stream().map(got -> new JsonPath(got.body()).getString("subject")))
                .containsExactlyInAnyOrder(wanted, last);
    }

    @Test
    void a_replay_sends_everything_behind_a_cursor_again_and_a_ping_says_at_once_what_came_of_it() {
        String start = feed.head();
        JsonPath endpoint = endpoint(Map.of());
        String path = "/v1/webhooks/" + endpoint.getString("id");
        tell(ADDED, Map.of());
        tell(ADDED, Map.of());
        await(() -> log(endpoint, "state=DELIVERED").getList("items").size() == 2);
        events("partner")
                .body(Map.of("after", start))
                .post(path + "/replay")
                .then()
                .body("again", equalTo(2));
        await(() -> receiver.count() == 4);
        assertThat(receiver.got().stream().map(Receiver.Got::id).distinct()).hasSize(2);
        events("partner")
                .body(Map.of("after", "x"))
                .post(path + "/replay")
                .then()
                .statusCode(400);

        events("partner")
                .post(path + "/ping")
                .then()
                .statusCode(200)
                .body("state", equalTo("DELIVERED"))
                .body("tried", hasSize(1))
                .body("type", equalTo("org.parley.webhook.ping.v1"));
        receiver.always(404, 0);
        events("partner").post(path + "/ping").then().body("tried[0].error", equalTo("answered 404"));
    }

    @Test
    void an_endpoint_begins_where_it_is_told_to_and_can_be_changed_and_deleted() {
        String start = feed.head();
        String earlier = tell(ADDED, Map.of());
        JsonPath endpoint = endpoint(Map.of("after", start, "label", "desk"));
        String path = "/v1/webhooks/" + endpoint.getString("id");
        await(() -> receiver.count() == 1);
        assertThat(receiver.got().get(0).body()).contains(earlier);

        events("partner")
                .body("{\"label\":null,\"types\":[\"org.parley.actor.*\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("label", equalTo(null))
                .body("types", equalTo(List.of("org.parley.actor.*")));
        events("partner").body("{\"owner\":\"me\"}").patch(path).then().statusCode(400);
        events("partner").get("/v1/webhooks").then().body("items", hasSize(1));
        events("partner").delete(path).then().statusCode(204);
        events("partner").get(path).then().statusCode(404);
    }

    @Test
    void an_edit_is_refused_if_the_endpoint_was_changed_since_it_was_read() {
        String path = "/v1/webhooks/" + endpoint(Map.of()).getString("id");
        events("partner").get(path).then().header("ETag", "\"1\"").body("version", equalTo(1));
        tell(ADDED, Map.of());
        await(() -> receiver.count() == 1);
        // What is sent meanwhile is no change of it.
        edit("\"1\"")
                .body("{\"label\":\"mine\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        edit("\"1\"")
                .body("{\"label\":\"yours\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("CONFLICT"));
        edit("\"1\"").post(path + "/disable").then().statusCode(412);
        edit("\"2\"").post(path + "/disable").then().statusCode(200).header("ETag", "\"3\"");
        edit("\"2\"").post(path + "/enable").then().statusCode(412);
        edit("*").post(path + "/enable").then().statusCode(200).header("ETag", "\"4\"");
        edit("\"3\"").body("{}").post(path + "/rotate").then().statusCode(412);
        edit("\"4\"").body("{}").post(path + "/rotate").then().statusCode(200).header("ETag", "\"5\"");
        edit("mine").delete(path).then().statusCode(400);
        edit("\"4\"").delete(path).then().statusCode(412);
        events("partner").get(path).then().body("label", equalTo("mine"));
        edit("\"5\"").delete(path).then().statusCode(204);
    }

    private static RequestSpecification edit(String ifMatch) {
        return events("partner").header("If-Match", ifMatch);
    }

    @Test
    void the_log_forgets_in_time_what_arrived_and_never_what_failed_unseen() {
        JsonPath endpoint = endpoint(Map.of());
        tell(ADDED, Map.of());
        tell(ADDED, Map.of());
        tell(ADDED, Map.of());
        await(() -> log(endpoint, "state=DELIVERED").getList("items").size() == 3);
        List<String> ids = log(endpoint, "").getList("items.node.id", String.class);
        jdbi.useHandle(handle -> {
            handle.execute("update webhook_delivery set ended_at = now() - interval '31 days'");
            handle.createUpdate(
                            "update webhook_delivery set state = 'FAILED' where cast(id as text) in (:first, :second)")
                    .bind("first", ids.get(0))
                    .bind("second", ids.get(1))
                    .execute();
        });

        assertThat(ledger.clean()).isEqualTo(1);
        assertThat(ledger.clean()).isZero();

        assertThat(log(endpoint, "state=FAILED").getList("items.node.id", String.class))
                .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        events("partner").get("/v1/webhooks/" + endpoint.getString("id")).then().body("failed", equalTo(2));
        events("partner")
                .post("/v1/webhooks/" + endpoint.getString("id") + "/deliveries/" + ids.get(0) + "/dismiss")
                .then()
                .statusCode(200);
        jdbi.useHandle(handle -> handle.execute("update webhook_delivery set ended_at = now() - interval '31 days'"));
        assertThat(ledger.clean()).isEqualTo(1);
        assertThat(log(endpoint, "").getList("items.node.id", String.class)).containsExactly(ids.get(1));
    }

    @Test
    void mistakes_are_named_and_endpoints_of_others_do_not_exist() {
        refused(Map.of("url", "http://10.0.0.1/hook"), "url");
        refused(Map.of("url", "http://127.0.0.1:1/hook"), "url");
        refused(Map.of("url", "file:///etc/passwd"), "url");
        refused(Map.of("secret", "whsec_c2hvcnQ="), "secret");
        refused(Map.of("secret", "plain"), "secret");
        refused(Map.of("types", List.of("org.parley.nothing.v1")), "types");
        refused(Map.of("signature", "v2"), "signature");
        refused(Map.of("after", "nonsense"), "after");
        refused(Map.of("colour", "red"), "colour");
        events("read").get("/v1/webhooks").then().statusCode(403);

        JsonPath endpoint = endpoint(Map.of());
        jdbi.useHandle(handle -> handle.execute("update webhook_endpoint set owner = 'somebody else'"));
        String path = "/v1/webhooks/" + endpoint.getString("id");
        events("partner").get(path).then().statusCode(404);
        events("partner").get(path + "/deliveries").then().statusCode(404);
        events("partner").post(path + "/ping").then().statusCode(404);
        events("partner").get("/v1/webhooks").then().body("items", hasSize(0));
        events("admin").get(path).then().statusCode(200);
    }

    @Test
    void an_endpoint_that_hangs_does_not_hold_the_others_up() {
        try (Receiver hanging = new Receiver(2, Receivers.port()).always(200, 20_000)) {
            endpoint(Map.of("url", hanging.url()));
            JsonPath healthy = endpoint(Map.of());
            Instant began = Instant.now();
            for (int i = 0; i < 100; i++) {
                tell(ADDED, Map.of("n", i));
            }
            await(() -> log(healthy, "state=DELIVERED").getList("items").size() == 100);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(hanging.count()).isBetween(1, 99);
        }
    }

    private void refused(Map<String, Object> members, String field) {
        Map<String, Object> body = new HashMap<>(Map.of("url", receiver.url()));
        body.putAll(members);
        events("partner")
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }
}

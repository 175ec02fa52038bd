package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.parley.events.sources.Newsroom.events;

import com.standardwebhooks.Webhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.Changes;

@ScriptedEventsTest
@WithTestResource(Receivers.class)
class WebhookApiTest {

    private static final String ADDED = "org.parley.statement.added.v1";

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Inject
    Jdbi jdbi;

    private Receiver receiver;

    @BeforeEach
    void listen() {
        receiver = new Receiver(1, Receivers.port());
    }

    @AfterEach
    void close() {
        receiver.close();
        jdbi.useHandle(handle -> handle.execute("delete from webhook_endpoint"));
    }

    @Test
    void an_event_arrives_signed_so_that_the_specifications_own_library_accepts_it() throws Exception {
        JsonPath endpoint = endpoint(Map.of());
        assertThat(endpoint.getString("secret")).startsWith("whsec_");
        String subject = tell(ADDED, Map.of("content", "We will — “sign”."));

        await(() -> receiver.count() == 1);
        Receiver.Got got = receiver.got().get(0);
        new Webhook(endpoint.getString("secret"))
                .verify(got.body(), got.headers().map());
        JsonPath event = new JsonPath(got.body());
        assertThat(event.getString("id")).isEqualTo(got.id());
        assertThat(event.getString("specversion")).isEqualTo("1.0");
        assertThat(event.getString("type")).isEqualTo(ADDED);
        assertThat(event.getString("subject")).isEqualTo(subject);
        assertThat(event.getString("data.after.content")).isEqualTo("We will — “sign”.");
        assertThat(feed.read(null, 500).events())
                .anyMatch(each -> each.id().toString().equals(got.id()));
        await(() ->
                log(endpoint, "type=" + ADDED).getString("items[0].node.state").equals("DELIVERED"));
        events("partner")
                .get("/v1/webhooks/" + endpoint.getString("id"))
                .then()
                .body("secret", equalTo(null))
                .body("pending", equalTo(0))
                .body("cursor", equalTo(feed.head()));
    }

    @Test
    void with_v1a_the_receiver_needs_the_public_key_alone() throws Exception {
        JsonPath endpoint = endpoint(Map.of("signature", "v1a"));
        tell(ADDED, Map.of());
        await(() -> receiver.count() == 1);
        Receiver.Got got = receiver.got().get(0);

        byte[] raw = Base64.getDecoder().decode(endpoint.getString("secret").substring("whpk_".length()));
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        check.update(
                (got.id() + "." + got.headers().firstValue("webhook-timestamp").orElseThrow() + "." + got.body())
                        .getBytes(StandardCharsets.UTF_8));
        String signature = got.headers().firstValue("webhook-signature").orElseThrow();
        assertThat(signature).startsWith("v1a,");
        assertThat(check.verify(Base64.getDecoder().decode(signature.substring(4))))
                .isTrue();
    }

    @Test
    void while_a_secret_is_rotated_both_sign() throws Exception {
        JsonPath endpoint =
                endpoint(Map.of("secret", "whsec_" + Base64.getEncoder().encodeToString(new byte[32])));
        JsonPath rotated = events("partner")
                .body(Map.of("overlapHours", 1))
                .post("/v1/webhooks/" + endpoint.getString("id") + "/rotate")
                .jsonPath();
        tell(ADDED, Map.of());
        await(() -> receiver.count() == 1);
        Receiver.Got got = receiver.got().get(0);

        assertThat(rotated.getString("secret")).isNotEqualTo(endpoint.getString("secret"));
        assertThat(Instant.parse(rotated.getString("oldSecretUntil"))).isAfter(Instant.now());
        new Webhook(endpoint.getString("secret"))
                .verify(got.body(), got.headers().map());
        new Webhook(rotated.getString("secret"))
                .verify(got.body(), got.headers().map());
        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("select secret || old_secret from webhook_endpoint")
                                .mapTo(String.class)
                                .one()))
                .doesNotContain("whsec_");
    }

    @Test
    void what_fails_is_tried_again_with_the_same_id_and_every_attempt_is_in_the_log() {
        receiver.then(500, Map.of(), "no")
                .then(429, Map.of("Retry-After", "1"), "slowly")
                .then(302, Map.of("Location", "http://127.0.0.1/"), "")
                .then(200, Map.of(), "x".repeat(1_000_000));
        JsonPath endpoint = endpoint(Map.of());
        tell(ADDED, Map.of());
        await(() -> log(endpoint, "state=DELIVERED").getList("items").size() == 1);

        assertThat(receiver.got().stream().map(Receiver.Got::id).distinct()).hasSize(1);
        String id = log(endpoint, "type=" + ADDED).getString("items[0].node.id");
        JsonPath delivery = events("partner")
                .get("/v1/webhooks/" + endpoint.getString("id") + "/deliveries/" + id)
                .jsonPath();
        assertThat(delivery.getList("tried.status")).containsExactly(500, 429, 302, 200);
        assertThat(delivery.getString("tried[0].answer")).isEqualTo("no");
        assertThat(delivery.getString("tried[2].error")).contains("redirects are not followed");
        assertThat(delivery.getString("tried[3].answer")).hasSize(1_024);
        assertThat(delivery.getString("event.reason")).isEqualTo("TEST");
        Instant slowed = Instant.parse(delivery.getString("tried[1].at"));
        assertThat(Instant.parse(delivery.getString("tried[2].at"))).isAfterOrEqualTo(slowed.plusSeconds(1));
    }

    @Test
    void after_the_last_attempt_it_has_failed_and_stays_until_it_is_sent_again_or_seen_to() {
        receiver.always(503, 0);
        JsonPath endpoint = endpoint(Map.of());
        String path = "/v1/webhooks/" + endpoint.getString("id");
        tell(ADDED, Map.of());
        await(() -> log(endpoint, "state=FAILED").getList("items").size() == 1);
        assertThat(receiver.count()).isEqualTo(4);
        events("partner").get(path).then().body("failed", equalTo(1));
        String delivery = path + "/deliveries/" + log(endpoint, "type=" + ADDED).getString("items[0].node.id");

        receiver.always(200, 0);
        events("partner").post(delivery + "/resend").then().statusCode(200).body("state", equalTo("PENDING"));
        await(() -> receiver.count() == 5);
        await(() -> log(endpoint, "state=DELIVERED").getList("items").size() == 1);
        assertThat(receiver.got().stream().map(Receiver.Got::id).distinct()).hasSize(1);
        events("partner").post(delivery + "/dismiss").then().statusCode(409);
        receiver.always(400, 0);
        tell(ADDED, Map.of());
        await(() -> log(endpoint, "state=FAILED").getList("items").size() == 1);
        events("partner")
                .post(path + "/deliveries/" + log(endpoint, "type=" + ADDED).getString("items[0].node.id") + "/dismiss")
                .then()
                .body("state", equalTo("DISMISSED"));
    }

    @Test
    void gone_disables_with_a_notice_in_the_feed_and_enabling_sends_what_came_meanwhile() {
        receiver.then(410, Map.of(), "");
        JsonPath endpoint = endpoint(Map.of("types", List.of("org.parley.statement.*")));
        String path = "/v1/webhooks/" + endpoint.getString("id");
        String start = feed.head();
        tell(ADDED, Map.of());
        await(() -> events("partner").get(path).path("state").equals("DISABLED"));
        assertThat(feed.read(start, 100).events()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("org.parley.webhook.disabled.v1");
            assertThat(event.subject()).isEqualTo(endpoint.getString("id"));
            assertThat(event.data().toString()).contains("410").doesNotContain("127.0.0.1", "whsec");
        });
        String meanwhile = tell(ADDED, Map.of());
        events("partner").post(path + "/enable").then().body("state", equalTo("ACTIVE"));

        await(() -> receiver.count() == 2);
        assertThat(new JsonPath(receiver.got().get(1).body()).getString("subject"))
                .isEqualTo(meanwhile);
    }

    @Test
    void an_endpoint_that_has_failed_for_days_is_disabled() {
        receiver.always(500, 0);
        JsonPath endpoint = endpoint(Map.of());
        jdbi.useHandle(
                handle -> handle.execute("update webhook_endpoint set failing_since = now() - interval '6 days'"));
        tell(ADDED, Map.of());
        String path = "/v1/webhooks/" + endpoint.getString("id");
        await(() -> events("partner").get(path).path("state").equals("DISABLED"));
        events("partner").get(path).then().body("reason", containsString("5 days"));
    }

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

    private JsonPath endpoint(Map<String, Object> members) {
        Map<String, Object> body = new HashMap<>(Map.of("url", receiver.url()));
        body.putAll(members);
        return events("partner")
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath log(JsonPath endpoint, String query) {
        return events("partner")
                .get("/v1/webhooks/" + endpoint.getString("id") + "/deliveries?first=100&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String tell(String type, Object after) {
        String subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> changes.record(type, subject, new ChangeData(null, after, "TEST")));
        return subject;
    }

    private static void await(BooleanSupplier done) {
        Instant until = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

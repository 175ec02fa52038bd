package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;

/** How events are signed and sent, and what becomes of a delivery that fails. */
@ScriptedEventsTest
@WithTestResource(Receivers.class)
class WebhookDeliveryTest extends WebhooksTest {

    private static final String CORROBORATED = "org.parley.utterance.corroborated.v1";

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
    void an_endpoint_hears_of_what_so_many_origins_report_once_and_of_nothing_else() {
        String question = events("partner")
                .body(Map.of("name", "three have it", "origins", 3))
                .post("/v1/questions")
                .path("id");
        JsonPath endpoint = endpoint(Map.of("question", question));
        assertThat(endpoint.getInt("origins")).isEqualTo(3);
        tell(CORROBORATED, Map.of("originCount", 2));
        tell(ADDED, Map.of("text", "x"));
        String reached = tell(CORROBORATED, Map.of("originCount", 3));
        await(() -> receiver.count() > 0);
        assertThat(log(endpoint, "").getList("items.node.subject")).containsExactly(reached);
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
}

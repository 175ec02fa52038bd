package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.changes.Retention;

@ScriptedEventsTest
@WithTestResource(Receivers.class)
class RetentionTest extends WebhooksTest {

    private static final String PLAN = "org.parley.proposal.changed.v1";

    @Inject
    Retention retention;

    @Test
    void who_has_not_read_what_is_forgotten_is_told_to_read_the_record_anew_and_all_others_go_on() {
        String unread = feed.head();
        tell(ADDED, Map.of());
        String read = feed.head();
        forgetOlderThan(Duration.ofDays(1));
        assertThat(told(unread)).hasSize(1);

        forgetAll();

        for (String accept : List.of("application/json", "text/event-stream")) {
            events("feed")
                    .accept(accept + ", application/problem+json")
                    .queryParam("after", unread)
                    .get("/v1/changes")
                    .then()
                    .statusCode(410)
                    .body("code", equalTo("CURSOR_EXPIRED"))
                    .body("detail", containsString("export"));
        }
        assertThat(told(read)).isEmpty();
        assertThat(told("")).isEmpty();
        assertThat(feed.head()).isEqualTo(read);
        String next = tell(ADDED, Map.of());
        assertThat(told(read)).containsExactly(next);
        assertThat(told("")).containsExactly(next);
    }

    @Test
    void what_an_endpoint_was_not_given_yet_is_kept_and_what_it_was_given_can_still_be_sent() {
        JsonPath endpoint = endpoint(Map.of("types", List.of(PLAN)));
        String path = "/v1/webhooks/" + endpoint.getString("id");
        UUID plan = UUID.randomUUID();
        tell(PLAN, Map.of("id", plan));
        await(() -> receiver.count() == 1);
        await(() -> log(endpoint, "state=DELIVERED").getList("items").size() == 1);
        String delivery = path + "/deliveries/" + log(endpoint, "").getString("items[0].node.id");
        JsonPath before = events("partner").get(delivery).jsonPath();
        assertThat(before.getMap("event")).isNotEmpty();
        events("partner").post(path + "/disable").then().statusCode(200);
        String start = feed.head();
        String meanwhile = tell(PLAN, Map.of());

        forgetAll();

        assertThat(told(start)).containsExactly(meanwhile);
        assertThat(events("partner").get(delivery).jsonPath().getMap("event")).isEqualTo(before.getMap("event"));
        events("partner").post(path + "/enable").then().statusCode(200);
        await(() -> receiver.count() == 2);
        events("partner").post(delivery + "/resend").then().statusCode(200);
        await(() -> receiver.count() == 3);
        assertThat(receiver.got().get(2).body()).isEqualTo(receiver.got().get(0).body());
    }

    private void forgetAll() {
        forgetOlderThan(Duration.ofSeconds(-5));
    }

    private void forgetOlderThan(Duration age) {
        Instant before = Instant.now().minus(age);
        boolean more = true;
        while (more) {
            more = retention.step(before);
        }
    }

    private static List<String> told(String after) {
        return events("feed")
                .queryParam("after", after)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("events.subject");
    }
}

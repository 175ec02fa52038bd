package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;

/** How many webhooks are signed, sent and logged in a second; alone, and beside an endpoint that hangs. */
@ScriptedEventsTest
@WithTestResource(Receivers.class)
@Tag("load")
class WebhookLoadTest {

    private static final int EVENTS = 2_000;
    private static final int ENDPOINTS = 9;

    @Inject
    Jdbi jdbi;

    private final List<Receiver> receivers = new ArrayList<>();

    @AfterEach
    void close() {
        receivers.forEach(Receiver::close);
        jdbi.useHandle(handle -> handle.execute("delete from webhook_endpoint"));
    }

    @Test
    void nine_endpoints_keep_their_rate_beside_one_that_hangs() throws Exception {
        double warm = rate();
        double alone = rate();
        Receiver hanging = new Receiver(20, Receivers.port()).always(200, 60_000);
        receivers.add(hanging);
        endpoint(hanging);
        double beside = rate();
        System.out.printf(
                "webhooks a second: warming %.0f, alone %.0f, beside one that hangs %.0f%n", warm, alone, beside);
        assertThat(beside).isGreaterThan(0.5 * alone);
    }

    private double rate() throws InterruptedException {
        List<Receiver> healthy = new ArrayList<>();
        for (int i = 1; i <= ENDPOINTS; i++) {
            healthy.add(new Receiver(i, Receivers.port()));
        }
        List<String> ids = healthy.stream().map(WebhookLoadTest::endpoint).toList();
        Instant began = Instant.now();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into outbox (id, type, subject, at, data)
                        select gen_random_uuid(), 'org.parley.statement.added.v1', gen_random_uuid()::text, now(),
                            json_build_object('after', json_build_object('content', repeat('said ', 80)))
                        from generate_series(1, :count)""").bind("count", EVENTS).execute());
        while (delivered(ids) < ENDPOINTS * EVENTS) {
            assertThat(Instant.now()).isBefore(began.plusSeconds(300));
            Thread.sleep(50);
        }
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        healthy.forEach(Receiver::close);
        ids.forEach(id -> events("partner").delete("/v1/webhooks/" + id));
        return ENDPOINTS * EVENTS / seconds;
    }

    private long delivered(List<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from webhook_delivery where state = 'DELIVERED' and endpoint_id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .mapTo(Long.class)
                .one());
    }

    private static String endpoint(Receiver receiver) {
        return events("partner")
                .body(Map.of("url", receiver.url()))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

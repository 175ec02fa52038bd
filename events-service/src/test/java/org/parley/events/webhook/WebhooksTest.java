package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.Changes;

/** What tests of webhooks have in common: a receiver that can be sent to, and endpoints that end with the test. */
abstract class WebhooksTest {

    static final String ADDED = "org.parley.statement.added.v1";

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Inject
    Jdbi jdbi;

    /** Each test has a host of its own: a connection kept from the test before would break under it. */
    private static final AtomicInteger HOSTS = new AtomicInteger();

    Receiver receiver;

    @BeforeEach
    void listen() {
        receiver = new Receiver(3 + HOSTS.getAndIncrement() % 16, Receivers.port());
    }

    @AfterEach
    void close() {
        receiver.close();
        jdbi.useHandle(handle -> handle.execute("delete from webhook_endpoint"));
    }

    JsonPath endpoint(Map<String, Object> members) {
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

    static JsonPath log(JsonPath endpoint, String query) {
        return events("partner")
                .get("/v1/webhooks/" + endpoint.getString("id") + "/deliveries?first=100&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String tell(String type, Object after) {
        String subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> changes.record(type, subject, new ChangeData(null, after, "TEST")));
        return subject;
    }

    static void await(BooleanSupplier done) {
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

package org.parley.events.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** Kills the packaged service with -9 while it sends: every event arrives at every endpoint, with the same id. */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhooksKilledIT {

    private static final int ENDPOINTS = 3;

    private final String database = PostgresResource.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database, "postgres", "postgres");
    private final int port = Receivers.freePort();
    private ServiceProcess events;

    @Test
    void nothing_is_lost_over_three_kills() throws Exception {
        killed(3, 300);
    }

    @Test
    @Tag("load")
    void nothing_is_lost_over_twenty_kills() throws Exception {
        killed(20, 4_000);
    }

    private void killed(int kills, int messages) throws Exception {
        Random random = new Random(20270304);
        start();
        List<Receiver> receivers = IntStream.rangeClosed(1, ENDPOINTS)
                .mapToObj(host -> new Receiver(host, port).always(200, 5))
                .toList();
        receivers.forEach(receiver -> given().header("Authorization", TestTokens.bearer("events", "partner"))
                .contentType("application/json")
                .body(Map.of("url", receiver.url()))
                .post(events.url() + "/v1/webhooks")
                .then()
                .statusCode(201));
        Set<String> ids = tell(messages);
        for (int i = 0; i < kills; i++) {
            Thread.sleep(200 + random.nextInt(400));
            events.kill();
            start();
        }
        Instant until = Instant.now().plus(Duration.ofSeconds(120));
        while (open() > 0) {
            assertThat(Instant.now()).as("all delivered in time").isBefore(until);
            Thread.sleep(100);
        }
        events.kill();
        int sent = 0;
        for (Receiver receiver : receivers) {
            Set<String> got = new HashSet<>();
            receiver.got().forEach(each -> got.add(each.id()));
            assertThat(got).isEqualTo(ids);
            sent += receiver.count();
            receiver.close();
        }
        int most = kills * ENDPOINTS * 64;
        System.out.printf(
                "%d kills: %d events to %d endpoints, %d came twice%n",
                kills, messages, ENDPOINTS, sent - ids.size() * ENDPOINTS);
        assertThat(sent - ids.size() * ENDPOINTS).isBetween(0, most);
    }

    private long open() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select (select count(*) from webhook_delivery where state <> 'DELIVERED')
                            + (select count(*) from webhook_endpoint e
                                where (e.xid, e.seq) < (select xid, seq from outbox order by xid desc, seq desc limit 1))""").mapTo(Long.class).one());
    }

    private Set<String> tell(int messages) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                        insert into outbox (id, type, subject, at, data)
                        select gen_random_uuid(), 'org.parley.statement.added.v1', gen_random_uuid()::text, now(), '{}'
                        from generate_series(1, :count) returning id::text""")
                .bind("count", messages)
                .mapTo(String.class)
                .list()));
    }

    private void start() {
        Map<String, String> settings = new HashMap<>(Receivers.settings(port));
        settings.put("parley.sources.url", "http://127.0.0.1:1");
        settings.put("parley.webhooks.lease", "8s");
        // Kills count as attempts.
        settings.put("parley.webhooks.retry-after", "100ms,".repeat(40) + "100ms");
        events = ServiceProcess.start("events", database, settings);
    }
}

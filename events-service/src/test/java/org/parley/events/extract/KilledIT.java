package org.parley.events.extract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** Kills the packaged service with -9 again and again while it reads; afterwards everything is there, once. */
@Tag("long")
class KilledIT {

    private static final int ARTICLES = 150;
    private static final int KILLS = 5;
    private static final String DATABASE = PostgresResource.freshDatabase();

    private static final ServiceProcess SOURCES =
            ServiceProcess.start("sources", PostgresResource.freshDatabase(), Map.of());

    private ServiceProcess events;

    @AfterAll
    static void stop() {
        SOURCES.kill();
    }

    @Test
    void nothing_is_lost_and_nothing_is_doubled() throws Exception {
        Random random = new Random(20270304);
        start();
        handIn();
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(200 + random.nextInt(1_500));
            events.kill();
            start();
        }
        awaitAllRead();
        events.kill();

        Jdbi record = Jdbi.create(DATABASE, "postgres", "postgres");
        assertThat(count(record, "select count(*) from article")).isEqualTo(ARTICLES);
        assertThat(count(record, "select count(*) from work_item where state = 'DONE'"))
                .isEqualTo(ARTICLES);
        assertThat(count(record, "select count(*) from extraction")).isEqualTo(ARTICLES);
        // Each text says two things.
        assertThat(count(record, "select count(*) from reading where superseded_at is null"))
                .isEqualTo(2 * ARTICLES);
        assertThat(count(record, "select count(*) from statement")).isEqualTo(2 * ARTICLES);
        assertThat(count(
                        record,
                        "select count(distinct subject) from outbox where type = 'org.parley.statement.added.v1'"))
                .isEqualTo(2 * ARTICLES);
        assertThat(count(record, "select count(*) from outbox where type = 'org.parley.statement.added.v1'"))
                .isEqualTo(2 * ARTICLES);
        assertThat(count(record, "select count(*) from outbox where type = 'org.parley.article.stored.v1'"))
                .isEqualTo(ARTICLES);
    }

    private void start() {
        events = ServiceProcess.start(
                "events", DATABASE, Map.of("parley.sources.url", SOURCES.url(), "parley.extract.lease", "3s"));
    }

    private static void handIn() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ARTICLES; i++) {
            lines.append("""
                    {"url":"https://gazette.example.org/%1$d","text":"The talks went on.\\n\\n\\"We will sign paper %1$d on Monday,\\" said Ada Lovelin, the foreign minister.\\n\\n\\"Nothing has been agreed,\\" said Boris Tamm, who leads the other side."}
                    """.formatted(i));
        }
        String answer = given().header("Authorization", TestTokens.bearer("sources", "admin"))
                .contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post(SOURCES.url() + "/v1/articles/bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(List.of(answer.strip().split("\n")))
                .hasSize(ARTICLES)
                .allSatisfy(line -> assertThat(line).contains("\"STORED\""));
    }

    private void awaitAllRead() throws InterruptedException {
        Jdbi record = Jdbi.create(DATABASE, "postgres", "postgres");
        Instant until = Instant.now().plus(Duration.ofSeconds(120));
        while (count(record, "select count(*) from work_item where state in ('DONE', 'FAILED')") < ARTICLES) {
            assertThat(Instant.now()).as("all read in time").isBefore(until);
            Thread.sleep(100);
        }
    }

    private static int count(Jdbi record, String sql) {
        return record.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}

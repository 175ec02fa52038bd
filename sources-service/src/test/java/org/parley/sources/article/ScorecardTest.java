package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.outlet;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorecardTest {

    private static final String STORY =
            "The negotiators of the northern valleys came back to the table on Sunday after a pause of "
                    + "nine days, and the mediator said that both had brought new maps, new numbers and, for the first time, lawyers who "
                    + "had read the draft. None of the delegations would say how long they meant to stay in the old customs house.";

    @Inject
    Jdbi jdbi;

    @Test
    void each_number_counts_the_rows_it_leads_to() {
        String name = "Scored " + UUID.randomUUID();
        String id = outlet(name);
        Instant now = Instant.now();
        String early = article(name, 1, STORY, now.minusSeconds(7_200));
        article(name + " rival", 2, STORY + " It rained.", now.minusSeconds(3_600));
        article(name, 3, "First wording.", now);
        article(name, 3, "Second wording.", now);
        String retracted = article(name, 4, "Taken back.", now);
        admin("POST", "/v1/articles/" + retracted + "/retract", "reason", "Wrong.")
                .then()
                .statusCode(200);
        article(name, 5, "Too old to count here.", now.minusSeconds(40L * 86_400));
        while (jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from duplicate_backlog")
                                .mapTo(Long.class)
                                .one())
                > 0) {
            LockSupport.parkNanos(50_000_000);
        }

        read("/v1/outlets/scorecards", "ids", List.of(id, UUID.randomUUID().toString()), "days", 30)
                .then()
                .statusCode(200)
                .body("items[0].articles", equalTo(3))
                .body("items[0].first", equalTo(1))
                .body("items[0].firstShare", equalTo(0.333f))
                .body("items[0].corrected", equalTo(1))
                .body("items[0].retracted", equalTo(1))
                .body("items[0].deleted", equalTo(0))
                .body("items[0].wireCopies", equalTo(0))
                .body("items[1]", nullValue());
        read("/v1/outlets/scorecards", "ids", List.of(id), "days", 90).then().body("items[0].articles", equalTo(4));
        for (var metric : List.of(
                List.of("ARTICLES", 3), List.of("FIRST", 1), List.of("CORRECTED", 1), List.of("RETRACTED", 1))) {
            read("/v1/outlets/" + id + "/scorecard-rows", "metric", metric.get(0), "days", 30, "count", true)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(metric.get(1)))
                    .body("items.size()", equalTo(metric.get(1)));
        }
        assertThat(read("/v1/outlets/" + id + "/scorecard-rows", "metric", "FIRST", "days", 30)
                        .<String>path("items[0].node.id"))
                .isEqualTo(early);
        read("/v1/outlets/scorecards", "ids", List.of(id), "days", 8)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("days"));
        read("/v1/outlets/" + id + "/scorecard-rows", "metric", "LUCK").then().statusCode(400);
    }

    private static String article(String outlet, int number, String text, Instant published) {
        return submit(
                        "outlet",
                        outlet,
                        "url",
                        "https://scored.example.org/" + outlet.hashCode() + "/" + number,
                        "text",
                        text,
                        "published",
                        published.toString())
                .path("article.id");
    }
}

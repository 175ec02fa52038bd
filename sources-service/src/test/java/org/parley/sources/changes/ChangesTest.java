package org.parley.sources.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.bulk;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

    @Test
    void intake_is_told_with_before_and_after() {
        String start = head();
        String url = "https://changes.example.org/1";
        String id =
                submit("text", "First.", "url", url, "outlet", "Changes Daily").path("article.id");
        submit("text", "Second.", "url", url, "headline", "Changed");
        submit("text", "Second.", "url", url);

        awaitAllTold();
        JsonPath page = changes(start, 500);
        assertThat(page.getList("events.type"))
                .containsExactly(
                        "org.parley.outlet.created.v1",
                        "org.parley.article.stored.v1",
                        "org.parley.article.version-added.v1");
        assertThat(page.getString("events[0].data.after.name")).isEqualTo("Changes Daily");
        assertThat(page.getString("events[0].subject")).isEqualTo(page.getString("events[1].data.after.outlet.id"));
        assertThat(page.getList("events[1..2].subject")).containsOnly(id);
        assertThat(page.getString("events[1].source")).isEqualTo("/sources");
        assertThat(page.getString("events[1].data.before")).isNull();
        assertThat(page.getString("events[1].data.after.text")).isNull();
        assertThat(page.getInt("events[2].data.before.version")).isEqualTo(1);
        assertThat(page.getInt("events[2].data.after.version")).isEqualTo(2);
        assertThat(page.getString("events[2].data.after.headline")).isEqualTo("Changed");
        assertThat(page.getString("events[2].data.reason")).isEqualTo("NEW_VERSION");
    }

    @Test
    void the_feed_holds_every_version_once_and_in_order_while_many_write() throws Exception {
        String start = head();
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            int number = writer;
            calls.add(() -> {
                for (int i = 0; i < 15; i++) {
                    submit("text", "Wording " + number + " " + i, "url", "https://feed.example.org/" + i % 5);
                }
                return null;
            });
        }
        calls.add(() -> {
            bulk(IntStream.range(0, 1_200)
                    .mapToObj(i -> json(members("text", "Bulk wording " + i, "url", "https://feed.example.org/b" + i)))
                    .collect(Collectors.joining("\n"))
                    .getBytes(UTF_8));
            return null;
        });
        for (var result : threads.invokeAll(calls)) {
            result.get();
        }
        threads.shutdown();

        List<String> seen = new ArrayList<>();
        String cursor = start;
        while (true) {
            boolean settled = status().getDouble("feedLagSeconds") == 0;
            JsonPath page = changes(cursor, 100);
            List<String> subjects = page.getList("events.subject");
            List<Integer> versions = page.getList("events.data.after.version");
            for (int i = 0; i < subjects.size(); i++) {
                seen.add(subjects.get(i) + " " + versions.get(i));
            }
            cursor = page.getString("next");
            if (settled && subjects.isEmpty()) {
                break;
            }
        }
        assertThat(seen).hasSize(6 * 15 + 1_200).doesNotHaveDuplicates();
        String first = seen.stream()
                .filter(row -> row.endsWith(" 18"))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[0];
        assertThat(seen.stream().filter(row -> row.startsWith(first)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18)
                        .mapToObj(i -> first + " " + i)
                        .toList());
    }

    @Test
    void status_tells_counts_and_the_head_of_the_feed() {
        submit("text", "For the status.", "outlet", "Status Post", "id", "1");
        as("read")
                .get("/v1/status")
                .then()
                .statusCode(200)
                .body("articles", greaterThan(0))
                .body("versions", greaterThan(0))
                .body("outlets", greaterThan(0))
                .body("version", notNullValue())
                .body("feedHead", notNullValue());
        as("feed").get("/v1/status").then().statusCode(403);
    }

    @Test
    void health_and_openapi_are_open() {
        io.restassured.RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        String api = io.restassured.RestAssured.given()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(new JsonPath(api).getMap("paths").keySet().stream().map(Object::toString))
                .contains(
                        "/v1/articles",
                        "/v1/articles/bulk",
                        "/v1/articles/query",
                        "/v1/articles/by-ids",
                        "/v1/articles/by-outlets",
                        "/v1/article-versions/{article}/{number}",
                        "/v1/outlets/query",
                        "/v1/search",
                        "/v1/changes",
                        "/v1/status");
    }

    private static String head() {
        return status().getString("feedHead");
    }

    private static JsonPath status() {
        return as("read").get("/v1/status").jsonPath();
    }

    /** Another transaction, of this database or one beside it, may hold back for a while what is told. */
    private static void awaitAllTold() {
        Instant until = Instant.now().plusSeconds(20);
        while (status().getDouble("feedLagSeconds") > 0) {
            assertThat(Instant.now()).as("told at last").isBefore(until);
        }
    }

    private static JsonPath changes(String after, int limit) {
        return as("feed")
                .queryParam("after", after)
                .queryParam("limit", limit)
                .get("/v1/changes")
                .jsonPath();
    }
}

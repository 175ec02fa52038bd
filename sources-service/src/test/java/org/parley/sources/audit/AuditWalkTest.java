package org.parley.sources.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.outlet;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

/** Walks every route that is not a GET: each is either known to change nothing, or leaves a row of who did what. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditWalkTest {

    private static final Set<String> CHANGE_NOTHING = Set.of(
            "POST /v1/articles/preview",
            "POST /v1/articles/query",
            "POST /v1/articles/by-ids",
            "POST /v1/articles/by-outlets",
            "POST /v1/article-versions/by-ids",
            "POST /v1/outlets/query",
            "POST /v1/outlets/by-ids",
            "POST /v1/outlets/scorecards",
            "POST /v1/outlets/{id}/scorecard-rows",
            "POST /v1/search",
            "POST /v1/feeds/query",
            "POST /v1/feeds/by-ids",
            "POST /v1/feeds/{id}/polls",
            "POST /v1/feeds/test",
            "POST /v1/feeds/discover",
            "POST /v1/jobs/query",
            "POST /v1/audit/query");

    @Inject
    Jdbi jdbi;

    private String outlet;
    private String feed;

    @Test
    void every_route_that_changes_something_leaves_a_row() {
        outlet = outlet("Audited " + UUID.randomUUID());
        feed = feed();
        Map<String, Supplier<Response>> examples = examples();
        Set<String> routes = routes();
        assertThat(routes).hasSizeGreaterThan(25);

        List<String> unknown = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (String route : routes) {
            Supplier<Response> example = examples.get(route);
            if (example == null) {
                if (!CHANGE_NOTHING.contains(route)) {
                    unknown.add(route);
                }
                continue;
            }
            long before = rows();
            Response answer = example.get();
            assertThat(answer.statusCode()).as(route + " " + answer.asString()).isLessThan(300);
            if (rows() == before) {
                silent.add(route);
            }
        }
        assertThat(unknown).as("routes this test has no example for").isEmpty();
        assertThat(silent).as("routes that left no row").isEmpty();
        assertThat(examples.keySet()).isSubsetOf(routes);
    }

    @Test
    void acts_are_found_by_who_what_and_on_what() {
        String id = outlet("Searched " + UUID.randomUUID());
        admin("PATCH", "/v1/outlets/" + id, "country", "SE").then().statusCode(200);

        admin("POST", "/v1/audit/query", "filter", members("subject", id, "who", "tester"), "first", 1, "count", true)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(1))
                .body("hasNext", equalTo(true))
                .body("items[0].node.action", equalTo("outlet.change"))
                .body("items[0].node.caller", equalTo("test"))
                .body("items[0].node.after.country", equalTo("SE"));
        as("read")
                .contentType("application/json")
                .body("{}")
                .post("/v1/audit/query")
                .then()
                .statusCode(403);
    }

    private Map<String, Supplier<Response>> examples() {
        Map<String, Supplier<Response>> examples = new TreeMap<>();
        examples.put("POST /v1/articles", () -> submit("text", "Audited " + UUID.randomUUID()));
        examples.put(
                "POST /v1/articles/bulk",
                () -> as("admin")
                        .contentType("application/x-ndjson")
                        .body("{\"text\":\"Audited in bulk.\"}".getBytes(UTF_8))
                        .post("/v1/articles/bulk"));
        examples.put("POST /v1/articles/{id}/retract", () -> {
            String id = submit("text", "To be retracted " + UUID.randomUUID()).path("article.id");
            return admin("POST", "/v1/articles/" + id + "/retract", "reason", "Audited.");
        });
        examples.put("POST /v1/outlets", () -> admin("POST", "/v1/outlets", "name", "New " + UUID.randomUUID()));
        examples.put("PATCH /v1/outlets/{id}", () -> admin("PATCH", "/v1/outlets/" + outlet, "country", "CH"));
        examples.put("POST /v1/outlets/{id}/retire", () -> admin("POST", "/v1/outlets/" + outlet + "/retire"));
        examples.put("POST /v1/outlets/{id}/resume", () -> admin("POST", "/v1/outlets/" + outlet + "/resume"));
        examples.put("POST /v1/feeds", () -> admin("POST", "/v1/feeds", "outlet", outlet, "url", address()));
        examples.put("PATCH /v1/feeds/{id}", () -> admin("PATCH", "/v1/feeds/" + feed(), "title", "Changed"));
        for (String act : List.of("pause", "resume", "retire")) {
            examples.put("POST /v1/feeds/{id}/" + act, () -> admin("POST", "/v1/feeds/" + feed() + "/" + act));
        }
        for (String act : List.of("poll", "backfill")) {
            examples.put("POST /v1/feeds/{id}/" + act, () -> admin("POST", "/v1/feeds/" + feed + "/" + act));
        }
        examples.put(
                "POST /v1/feeds/opml",
                () -> as("admin")
                        .contentType("text/x-opml")
                        .body(("<opml><body><outline text='A' xmlUrl='" + address() + "'/></body></opml>")
                                .getBytes(UTF_8))
                        .post("/v1/feeds/opml"));
        examples.put(
                "POST /v1/feeds/configuration",
                () -> admin(
                        "POST",
                        "/v1/feeds/configuration",
                        "feeds",
                        List.of(members("outlet", "Configured", "url", address()))));
        examples.put("POST /v1/jobs/imports", AuditWalkTest::job);
        examples.put("POST /v1/jobs/{id}/cancel", () -> admin("POST", "/v1/jobs/" + job().path("id") + "/cancel"));
        examples.put("POST /v1/jobs/{id}/resume", () -> {
            String id = job().path("id");
            jdbi.useHandle(handle -> {
                handle.execute(
                        "update import_job set state = 'FAILED', ended_at = now() where id = cast(? as uuid)", id);
                handle.execute(
                        "insert into import_chunk (job_id, number, bytes) values (cast(? as uuid), 7, '') on conflict do nothing",
                        id);
            });
            return admin("POST", "/v1/jobs/" + id + "/resume");
        });
        examples.put("POST /v1/given-up/retry", () -> admin("POST", "/v1/given-up/retry"));
        return examples;
    }

    private static Response job() {
        return as("admin")
                .contentType("application/octet-stream")
                .queryParam("format", "JSONL")
                .body("{\"text\":\"By a job.\"}".getBytes(UTF_8))
                .post("/v1/jobs/imports");
    }

    private String feed() {
        return admin("POST", "/v1/feeds", "outlet", outlet, "url", address()).path("id");
    }

    /** Nothing listens there, which is an outcome too. */
    private static String address() {
        return "http://127.0.0.1:1/" + UUID.randomUUID();
    }

    /** All but the reads by GET, as the running service describes itself. */
    private static Set<String> routes() {
        Map<String, Map<String, Object>> paths = as("read")
                .accept("application/json")
                .get("/q/openapi?format=json")
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> Set.of("post", "put", "patch", "delete").contains(method))
                .forEach(method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return routes;
    }

    private long rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audit")
                .mapTo(Long.class)
                .one());
    }
}

package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.outlet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.LocalHosts;
import org.parley.sources.SourcesTest;
import org.parley.testkit.LocalServer;

/** Requests that are sent again, and edits of what is not there any more. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedRequestsTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_repeated_article_gets_the_first_answer_even_when_the_article_has_moved_on() {
        String key = "k-" + UUID.randomUUID();
        String id = "r-" + UUID.randomUUID();
        Response first = post("/v1/articles", key, "text", "First.", "outlet", "Repeats", "id", id);
        first.then().statusCode(201).body("fate", equalTo("STORED"));
        post("/v1/articles", null, "text", "Second.", "outlet", "Repeats", "id", id)
                .then()
                .body("fate", equalTo("NEW_VERSION"));

        Response again = post("/v1/articles", key, "text", "First.", "outlet", "Repeats", "id", id);

        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("fate", equalTo("STORED"));
        assertThat(again.jsonPath().getMap("article"))
                .isEqualTo(first.jsonPath().getMap("article"));
        post("/v1/articles", key, "text", "Other.", "outlet", "Repeats", "id", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("CONFLICT"))
                .body("errors[0].field", equalTo("Idempotency-Key"));
        post("/v1/articles", "x".repeat(201), "text", "Blank.").then().statusCode(400);
    }

    @Test
    void a_page_is_fetched_once_and_a_refusal_is_not_kept() throws Exception {
        String key = "k-" + UUID.randomUUID();
        try (LocalServer server = LocalHosts.server(9)) {
            server.on("/page", 500, "");
            String url = server.url("/page");
            post("/v1/articles", key, "url", url).then().statusCode(422);
            server.on(
                    "/page",
                    200,
                    "<article>" + "<p>The envoys met in Brenholt on Thursday, officials said.</p>".repeat(6)
                            + "</article>",
                    "Content-Type",
                    "text/html");
            post("/v1/articles", key, "url", url).then().statusCode(201);
            post("/v1/articles", key, "url", url).then().statusCode(201);
            assertThat(server.requests().stream()
                            .filter(request -> request.path().equals("/page"))
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void sent_many_times_at_once_it_is_done_once_and_all_get_the_same_answer() throws Exception {
        String key = "k-" + UUID.randomUUID();
        String name = "At once " + UUID.randomUUID();
        Callable<Response> call = () -> post("/v1/outlets", key, "name", name);
        var threads = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers =
                threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> call).toList());
        threads.shutdown();
        String id = answers.get(0).get().path("id");
        for (Future<Response> answer : answers) {
            answer.get().then().statusCode(201).body("id", equalTo(id));
        }
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from audit where subject_id = ?")
                                .bind(0, id)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void an_edit_is_done_once_and_told_again_with_the_version_it_made() {
        String feed = post(
                        "/v1/feeds",
                        null,
                        "outlet",
                        outlet("Edited " + UUID.randomUUID()),
                        "url",
                        "https://edited.example.org/" + UUID.randomUUID())
                .path("id");
        String key = "k-" + UUID.randomUUID();
        Response paused = post("/v1/feeds/" + feed + "/pause", key);
        paused.then().statusCode(200).header("ETag", "\"2\"").body("state", equalTo("PAUSED"));
        post("/v1/feeds/" + feed + "/resume", null).then().body("state", equalTo("ACTIVE"));
        Response again = post("/v1/feeds/" + feed + "/pause", key);
        again.then().header("Idempotency-Replayed", "true").header("ETag", "\"2\"");
        assertThat(again.asString()).isEqualTo(paused.asString());
        as("admin").get("/v1/feeds/" + feed).then().body("state", equalTo("ACTIVE"));

        String outlet = outlet("Retired " + UUID.randomUUID());
        post("/v1/outlets/" + outlet + "/retire", key + " o").then().body("state", equalTo("RETIRED"));
        post("/v1/outlets/" + outlet + "/retire", key + " o").then().header("Idempotency-Replayed", "true");
        post("/v1/outlets/" + outlet + "/resume", key + " o").then().statusCode(422);

        String name = "Made " + UUID.randomUUID();
        Response made = post("/v1/outlets", key + " m", "name", name);
        made.then().statusCode(201).header("Location", containsString("/v1/outlets/" + made.path("id")));
        post("/v1/outlets", key + " m", "name", name)
                .then()
                .header("Location", equalTo(made.header("Location")))
                .header("ETag", "\"1\"");
    }

    @Test
    void an_article_is_taken_back_once() {
        String id = post("/v1/articles", null, "text", "Taken back " + UUID.randomUUID(), "outlet", "Repeats")
                .path("article.id");
        String key = "k-" + UUID.randomUUID();
        post("/v1/articles/" + id + "/retract", key, "reason", "invented")
                .then()
                .statusCode(200);
        post("/v1/articles/" + id + "/retract", key, "reason", "invented")
                .then()
                .header("Idempotency-Replayed", "true")
                .body("state", equalTo("RETRACTED"));
        post("/v1/articles/" + id + "/retract", key, "reason", "wrong").then().statusCode(422);
    }

    @Test
    void a_feed_is_added_once_under_its_key() {
        String key = "k-" + UUID.randomUUID();
        String outlet = outlet("Keyed " + UUID.randomUUID());
        String url = "https://keyed.example.org/" + UUID.randomUUID();
        String id = post("/v1/feeds", key, "outlet", outlet, "url", url).path("id");
        post("/v1/feeds", key, "outlet", outlet, "url", url)
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        post("/v1/feeds", null, "outlet", outlet, "url", url).then().statusCode(409);
        as("admin").post("/v1/feeds/" + id + "/retire").then().statusCode(200);
    }

    @Test
    void an_edit_of_what_has_changed_meanwhile_is_refused() {
        String id = outlet("Edited " + UUID.randomUUID());
        String tag = as("read").get("/v1/outlets/" + id).header("ETag");
        assertThat(tag).isEqualTo("\"1\"");

        patch(id, tag, "country", "SE")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));

        patch(id, tag, "country", "NO")
                .then()
                .statusCode(412)
                .body("code", equalTo("CONFLICT"))
                .body("detail", containsString("at version 2, not 1"));
        patch(id, "\"2\"", "country", "SE").then().statusCode(200).header("ETag", "\"2\"");
        patch(id, "*", "country", "FI").then().statusCode(200);
        patch(id, "new", "country", "DK").then().statusCode(400).body("errors[0].field", equalTo("If-Match"));
        as("admin")
                .header("If-Match", "\"1\"")
                .post("/v1/outlets/" + id + "/retire")
                .then()
                .statusCode(412);
        String feed = post("/v1/feeds", null, "outlet", id, "url", "https://e.example.org/" + UUID.randomUUID())
                .path("id");
        as("admin")
                .header("If-Match", "\"2\"")
                .post("/v1/feeds/" + feed + "/pause")
                .then()
                .statusCode(412);
        as("admin")
                .header("If-Match", "\"1\"")
                .post("/v1/feeds/" + feed + "/pause")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as("admin").post("/v1/feeds/" + feed + "/retire").then().statusCode(200);
    }

    private static Response patch(String outlet, String ifMatch, Object... members) {
        return as("admin")
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(json(members(members)).getBytes(UTF_8))
                .patch("/v1/outlets/" + outlet);
    }

    private static Response post(String path, String key, Object... members) {
        var call = as("admin").contentType("application/json");
        if (key != null) {
            call = call.header("Idempotency-Key", key);
        }
        return call.body(json(members(members)).getBytes(UTF_8)).post(path);
    }
}

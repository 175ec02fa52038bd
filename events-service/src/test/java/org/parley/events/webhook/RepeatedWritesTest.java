package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;

/** A write that is sent again with its key is carried out once. */
@ScriptedEventsTest
@WithTestResource(Receivers.class)
class RepeatedWritesTest {

    private final String key = UUID.randomUUID().toString();

    @Inject
    Jdbi jdbi;

    @Test
    void sent_many_times_at_once_a_question_is_stored_once_and_all_get_the_same_answer() throws Exception {
        Map<String, Object> asked = Map.of("name", "once " + key, "types", List.of("org.parley.feed.*"));
        Callable<Response> call = () -> post("/v1/questions", key, asked);
        var threads = Executors.newFixedThreadPool(8);
        List<String> ids = new ArrayList<>();
        for (Future<Response> answer :
                threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> call).toList())) {
            answer.get().then().statusCode(201).body("name", equalTo("once " + key));
            ids.add(answer.get().path("id"));
        }
        threads.shutdown();

        assertThat(ids).containsOnly(ids.get(0));
        List<String> names = events("partner").get("/v1/questions").path("items.name");
        assertThat(names).containsOnlyOnce("once " + key);
    }

    @Test
    void a_key_that_comes_with_another_request_is_a_mistake() {
        post("/v1/questions", key, Map.of("name", "first", "types", List.of("org.parley.feed.*")))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        post("/v1/questions", key, Map.of("name", "second", "types", List.of("org.parley.feed.*")))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONFLICT"))
                .body("errors[0].field", equalTo("Idempotency-Key"));
        post("/v1/questions", "k".repeat(201), Map.of("name", "third", "types", List.of("org.parley.feed.*")))
                .then()
                .statusCode(400);
    }

    @Test
    void a_refusal_is_not_kept() {
        post("/v1/questions", key, Map.of("name", "everything")).then().statusCode(400);
        post("/v1/questions", key, Map.of("name", "feeds", "types", List.of("org.parley.feed.*")))
                .then()
                .statusCode(201);
    }

    @Test
    void an_endpoint_and_its_secret_are_made_once_and_the_database_holds_no_secret_in_clear() {
        Map<String, Object> wanted = Map.of("url", "http://127.0.0.1:" + Receivers.port() + "/hook");
        Response made = post("/v1/webhooks", key, wanted);
        Response again = post("/v1/webhooks", key, wanted);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(made.asString());
        assertThat(made.header("Location")).endsWith("/v1/webhooks/" + made.path("id"));
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
        String secret = made.path("secret");
        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("select string_agg(answer::text, '') from idempotency_key")
                                .mapTo(String.class)
                                .one()))
                .doesNotContain(secret.substring(secret.indexOf('_') + 1));

        String address = "/v1/webhooks/" + made.path("id");
        String rotated =
                post(address + "/rotate", key + " r", Map.of("overlapHours", 1)).path("secret");
        assertThat(rotated).isNotEqualTo(secret);
        post(address + "/rotate", key + " r", Map.of("overlapHours", 1)).then().body("secret", equalTo(rotated));
        post(address + "/rotate", key + " r", Map.of("overlapHours", 2)).then().statusCode(422);
        post(address + "/disable", key + " s", Map.of()).then().body("state", equalTo("DISABLED"));
        post(address + "/enable", key + " s", Map.of()).then().statusCode(422);

        keyed(key + " d").delete(address).then().statusCode(204);
        keyed(key + " d").delete(address).then().statusCode(204);
        events("partner").delete(address).then().statusCode(404);
    }

    private static Response post(String path, String key, Map<String, ?> body) {
        return keyed(key).body(body).post(path);
    }

    private static RequestSpecification keyed(String key) {
        return events("partner").header("Idempotency-Key", key);
    }
}

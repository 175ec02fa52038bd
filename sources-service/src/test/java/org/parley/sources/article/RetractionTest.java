package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetractionTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_retracted_article_stays_and_says_why() {
        String id = submit("text", "Taken back later.", "url", "https://retract.example.org/1")
                .path("article.id");

        retract(id, "The outlet withdrew it.")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETRACTED"))
                .body("stateReason", equalTo("The outlet withdrew it."));

        read("/v1/articles/by-ids", "ids", List.of(id), "text", true)
                .then()
                .body("items[0].state", equalTo("RETRACTED"))
                .body("items[0].text", equalTo("Taken back later."));
        assertThat(events(id)).containsExactly("org.parley.article.stored.v1", "org.parley.article.retracted.v1");
        assertThat(last(id, "data->'before'->>'state'")).isEqualTo("ACTIVE");
        assertThat(last(id, "data->'after'->>'stateReason'")).isEqualTo("The outlet withdrew it.");
    }

    @Test
    void retracting_again_changes_nothing_and_a_new_version_does_not_bring_it_back() {
        String url = "https://retract.example.org/2";
        String id = submit("text", "First.", "url", url).path("article.id");
        retract(id, "Wrong.").then().statusCode(200);

        retract(id, "Still wrong.").then().statusCode(200).body("stateReason", equalTo("Wrong."));
        submit("text", "Second.", "url", url)
                .then()
                .body("fate", equalTo("NEW_VERSION"))
                .body("article.state", equalTo("RETRACTED"))
                .body("article.stateReason", equalTo("Wrong."));

        assertThat(events(id))
                .containsExactly(
                        "org.parley.article.stored.v1",
                        "org.parley.article.retracted.v1",
                        "org.parley.article.version-added.v1");
    }

    @Test
    void what_is_missing_or_unknown_is_said() {
        String id = submit("text", "Not retracted.").path("article.id");
        retract(id, " ").then().statusCode(400).body("errors[0].field", equalTo("reason"));
        retract(UUID.randomUUID().toString(), "x").then().statusCode(404);
        retract("no-id", "x").then().statusCode(404);
        as("read")
                .contentType("application/json")
                .body(json(members("reason", "x")))
                .post("/v1/articles/" + id + "/retract")
                .then()
                .statusCode(403);
    }

    private static Response retract(String id, String reason) {
        return as("admin")
                .contentType("application/json")
                .body(json(members("reason", reason)))
                .post("/v1/articles/" + id + "/retract");
    }

    private List<String> events(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select type from outbox where subject = :id order by xid, seq")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private String last(String id, String what) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + what + " from outbox where subject = :id order by xid desc, seq desc limit 1")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }
}

package org.parley.events.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.Changes;

@ScriptedEventsTest
class QuestionApiTest {

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Test
    void a_question_has_a_feed_of_what_answers_it() {
        UUID actor = UUID.randomUUID();
        UUID proposal = UUID.randomUUID();
        JsonPath question = events("partner")
                .body(Map.of(
                        "name", "What she says about the plan",
                        "types", List.of("org.parley.statement.*"),
                        "actor", List.of(actor),
                        "proposal", List.of(proposal)))
                .post("/v1/questions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String start = feed.head();
        tell("org.parley.statement.added.v1", Map.of("speaker", actor, "about", UUID.randomUUID()));
        tell("org.parley.proposal.changed.v1", Map.of("id", proposal, "by", actor));
        String answer = tell("org.parley.statement.added.v1", Map.of("speaker", actor, "about", proposal));

        events("partner", "feed")
                .queryParam("after", start)
                .queryParam("wait", 5)
                .get(question.getString("changes"))
                .then()
                .statusCode(200)
                .body("events.subject", equalTo(List.of(answer)))
                .body("next", equalTo(feed.head()));
        events("partner", "feed")
                .queryParam("types", "org.parley.actor.*")
                .get(question.getString("changes"))
                .then()
                .statusCode(400);
    }

    @Test
    void a_question_can_wait_until_so_many_origins_have_reported_something() {
        JsonPath question = events("partner")
                .body(Map.of("name", "Three have it", "origins", 3))
                .post("/v1/questions")
                .then()
                .statusCode(201)
                .body("types", equalTo(List.of("org.parley.utterance.corroborated.v1")))
                .extract()
                .jsonPath();
        String start = feed.head();
        corroborated(1, 2);
        String third = corroborated(2, 3);
        corroborated(3, 4);
        String jumped = corroborated(1, 5);
        events("partner", "feed")
                .queryParam("after", start)
                .get(question.getString("changes"))
                .then()
                .body("events.subject", equalTo(List.of(third, jumped)));
        events("feed")
                .queryParam("after", start)
                .queryParam("origins", 4)
                .get("/v1/changes")
                .then()
                .body("events", org.hamcrest.Matchers.hasSize(2));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "x", "origins", 1),
                Map.of("name", "x", "origins", 3, "types", List.of("org.parley.feed.*")))) {
            events("partner").body(wrong).post("/v1/questions").then().statusCode(400);
        }
    }

    private String corroborated(int before, int after) {
        String subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> changes.record(
                        "org.parley.utterance.corroborated.v1",
                        subject,
                        new ChangeData(Map.of("originCount", before), Map.of("originCount", after), "TEST")));
        return subject;
    }

    @Test
    void questions_are_listed_got_and_forgotten() {
        String id = events("partner")
                .body(Map.of("name", "A feed broke", "types", List.of("org.parley.feed.broken.v1")))
                .post("/v1/questions")
                .path("id");
        events("partner").get("/v1/questions").then().body("items.id", hasItem(id));
        events("partner")
                .get("/v1/questions/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("name", equalTo("A feed broke"));
        events("partner")
                .header("If-Match", "\"2\"")
                .delete("/v1/questions/" + id)
                .then()
                .statusCode(412);
        events("partner").delete("/v1/questions/" + id).then().statusCode(204);
        events("partner").get("/v1/questions/" + id).then().statusCode(404);
        events("partner", "feed").get("/v1/questions/" + id + "/changes").then().statusCode(404);
    }

    @Test
    void mistakes_are_named() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("types", List.of("org.parley.feed.*")),
                Map.of("name", "everything"),
                Map.of("name", "x", "types", List.of("org.parley.nothing.v1")),
                Map.of("name", "x", "speaker", "y"))) {
            JsonPath refused = events("partner")
                    .body(wrong)
                    .post("/v1/questions")
                    .then()
                    .statusCode(400)
                    .extract()
                    .jsonPath();
            assertThat(refused.getString("errors[0].field")).isIn("name", "types", "speaker");
        }
        events("read").get("/v1/questions").then().statusCode(403);
    }

    private String tell(String type, Object after) {
        String subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> changes.record(type, subject, new ChangeData(null, after, "TEST")));
        return subject;
    }
}

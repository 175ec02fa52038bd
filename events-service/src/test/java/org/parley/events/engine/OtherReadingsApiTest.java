package org.parley.events.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.parley.events.sources.Newsroom.events;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.engine.ChatStandIn.Answer;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

/** The whole way: articles from sources-service, read by our engine, then by another, and where the two differ. */
@EventsTest
@TestProfile(OtherReadingsApiTest.WithOtherEngine.class)
@WithTestResource(value = OtherReadingsApiTest.StandIn.class)
class OtherReadingsApiTest {

    private static final String FERRY = "Ines Duarte said that the ferry would sail at dawn.\n\n"
            + "Tom Pike warned that the pier was rotten. Everyone on the quay had their own story.";
    private static final String CLAIM = """
            {"content": ["%s"], "cue": null, "speakerMention": "%s", "speaker": "%s", "speakerKind": "PERSON", "act": "ASSERT",
             "negated": false, "addressee": null, "place": null, "via": null}""";

    static final ChatStandIn SERVER = new ChatStandIn();

    /** Tells this class from others: the service starts with another configuration. */
    public static class WithOtherEngine implements QuarkusTestProfile {}

    /** The other engine's address, known once it runs. */
    public static class StandIn implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "parley.other-engine.url", SERVER.url(),
                    "parley.other-engine.model", "tern-7b",
                    "parley.other-engine.pause", "100ms",
                    "parley.other-engine.attempts", "2");
        }

        @Override
        public void stop() {}
    }

    @Test
    void both_readings_are_kept_and_where_they_differ_a_person_is_asked() {
        SERVER.answers(request -> Answer.says("{\"statements\": [%s, %s, %s, %s]}"
                .formatted(
                        CLAIM.formatted("the ferry would sail at dawn", "Ines Duarte", "Ines Duarte"),
                        CLAIM.formatted("the pier was rotten", "Tom Pike", "Ines Duarte"),
                        CLAIM.formatted("had their own story", "Everyone on the quay", "Everyone on the quay"),
                        CLAIM.formatted("the moon is cheese", "Tom Pike", "Tom Pike"))));
        Printed printed = Newsroom.print(Newsroom.address(), FERRY);
        Newsroom.awaitRead(printed);

        JsonPath answer = awaitAsked(printed, "DONE");

        assertThat(answer.getInt("engines[0].claimed")).isEqualTo(4);
        assertThat(answer.getInt("engines[0].kept")).isEqualTo(3);
        assertThat(answer.getString("engines[0].dropped[0].why")).contains("the moon is cheese");
        assertThat(answer.getList("readings.agreement")).containsExactly("AGREES", "OTHER_SPEAKER", "ONLY_THERE");
        assertThat(answer.getString("readings[1].receipts[0].exact")).isEqualTo("the pier was rotten");
        assertThat(answer.getList("onlyOurs")).isEmpty();

        String disputed = answer.getString("readings[1].statementId");
        JsonPath statement = events("read")
                .body(Map.of("ids", List.of(disputed)))
                .post("/v1/statements/by-ids")
                .jsonPath();
        assertThat(statement.getString("items[0].speakers[0].name")).isEqualTo("Tom Pike");
        assertThat(statement.getList("items[0].readings.extractor", String.class))
                .hasSize(2)
                .anySatisfy(name -> assertThat(name).startsWith("parley-rules"))
                .anySatisfy(name -> assertThat(name).startsWith("chat/tern-7b"));
        JsonPath review = events("review")
                .body(Map.of("filter", Map.of("kind", List.of("STATEMENT")), "first", 100))
                .post("/v1/review/query")
                .jsonPath();
        assertThat(review.getString("items.node.find { it.subjectIds[0] == '%s' }.why".formatted(disputed)))
                .contains("tern-7b", "as said by Ines Duarte");
    }

    @Test
    void the_record_does_not_wait_for_an_engine_that_is_away() {
        SERVER.answers(request -> Answer.status(503));
        Printed printed = Newsroom.print(Newsroom.address(), "Lena Orth said that the kiln was cold.");
        Newsroom.awaitRead(printed);

        JsonPath waiting = awaitAsked(printed, "WAITING");
        assertThat(waiting.getString("engines[0].error")).contains("503");
        assertThat(waiting.getList("onlyOurs")).isEmpty();

        SERVER.answers(request -> Answer.says("{\"statements\": []}"));
        assertThat(awaitAsked(printed, "DONE").getList("onlyOurs")).hasSize(1);
    }

    @Test
    void answers_that_cannot_be_used_are_given_up_on() {
        SERVER.answers(request -> Answer.says("Certainly! Here are the statements:"));
        Printed printed = Newsroom.print(Newsroom.address(), "Paul Reyes said that the well was dry.");

        assertThat(awaitAsked(printed, "FAILED").getString("engines[0].error")).contains("not the JSON");
    }

    @Test
    void an_article_has_to_be_named() {
        events("read").get("/v1/other-readings").then().statusCode(400).body("detail", containsString("article"));
    }

    private static JsonPath awaitAsked(Printed printed, String state) {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        JsonPath answer = null;
        while (Instant.now().isBefore(until)) {
            answer = events("read")
                    .queryParam("article", printed.id())
                    .get("/v1/other-readings")
                    .jsonPath();
            if (state.equals(answer.getString("engines[0].state"))) {
                return answer;
            }
            rest();
        }
        throw new AssertionError(answer.prettify());
    }

    private static void rest() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

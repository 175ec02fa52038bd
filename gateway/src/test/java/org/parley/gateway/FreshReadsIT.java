package org.parley.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** Answers that are kept are never older than what is stored: with the services as packaged, and others writing. */
@Tag("long")
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(RealServices.class)
@WithTestResource(FirstKey.class)
class FreshReadsIT {

    private static final int ARTICLES = 40;
    private static final int READERS = 6;

    @Test
    void a_repeated_question_is_answered_from_what_is_kept_until_something_is_stored() {
        String document = "{article(url: \"https://example.org/fresh\") {headline statements {totalCount}}}";
        awaitHit(document);
        store("fresh", "A first headline");
        Response after = GatewayTest.query(document);
        assertThat(isHit(after)).isFalse();
        assertThat(after.jsonPath().getString("data.article.headline")).isEqualTo("A first headline");
        for (int i = 0; count(document) == 0; i++) {
            assertThat(i).isLessThan(300);
            RealServices.pause();
        }
        awaitHit(document);
        assertThat(count(document)).isEqualTo(1);
    }

    @Test
    void a_decision_is_seen_by_the_very_next_question() {
        store("decided", "Berg speaks");
        String document = "{article(url: \"https://example.org/decided\") {statements {nodes {id review}}}}";
        for (int i = 0; statements(document).isEmpty(); i++) {
            assertThat(i).isLessThan(300);
            RealServices.pause();
        }
        awaitHit(document);
        assertThat(statements(document).get(0)).containsEntry("review", "UNREVIEWED");
        Response decided = GatewayTest.queryAsAdmin(
                "mutation ($id: ID!) {review(input: {kind: STATEMENT, subjects: [$id], verdict: ACCEPT}) {__typename}}",
                Map.of("id", statements(document).get(0).get("id")));
        assertThat(decided.jsonPath().getList("errors")).isNull();
        assertThat(statements(document).get(0)).containsEntry("review", "ACCEPTED");
    }

    @Test
    void nobody_sees_an_older_state_than_one_that_was_stored_or_seen_before() throws Exception {
        String document = "{articles(first: 1) {totalCount}}";
        int before = total(GatewayTest.query(document));
        AtomicInteger stored = new AtomicInteger(before);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<Integer>> reads = new ArrayList<>();
        Callable<Integer> reader = () -> {
            int hits = 0;
            int seen = 0;
            while (!over.get()) {
                int least = Math.max(seen, stored.get());
                Response answer = GatewayTest.query(document);
                seen = total(answer);
                assertThat(seen).isGreaterThanOrEqualTo(least);
                hits += isHit(answer) ? 1 : 0;
            }
            return hits;
        };
        for (int i = 0; i < READERS; i++) {
            reads.add(readers.submit(reader));
        }
        for (int i = 0; i < ARTICLES; i++) {
            store("many" + i, "Headline " + i);
            stored.incrementAndGet();
        }
        // Articles are read by now or soon, and each reading is written: in between the state stands still.
        awaitHit(document);
        over.set(true);
        int hits = 0;
        for (Future<Integer> read : reads) {
            hits += read.get();
        }
        readers.shutdown();
        assertThat(hits).isPositive();
        assertThat(total(GatewayTest.query(document))).isEqualTo(before + ARTICLES);
    }

    private static void store(String name, String headline) {
        given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of(
                        "url", "https://example.org/" + name,
                        "headline", headline,
                        "text",
                                "\u201cWe will sign the agreement of " + name
                                        + ",\u201d minister Anna Berg told reporters on Thursday."))
                .post("/v1/articles")
                .then()
                .statusCode(201);
    }

    private static void awaitHit(String document) {
        for (int i = 0; !isHit(GatewayTest.query(document)); i++) {
            assertThat(i).isLessThan(300);
            RealServices.pause();
        }
    }

    private static int count(String document) {
        JsonPath answer = GatewayTest.query(document).jsonPath();
        return answer.getInt("data.article.statements.totalCount");
    }

    private static List<Map<String, Object>> statements(String document) {
        return GatewayTest.query(document).jsonPath().getList("data.article.statements.nodes");
    }

    private static int total(Response answer) {
        return answer.jsonPath().getInt("data.articles.totalCount");
    }

    private static boolean isHit(Response answer) {
        return "parley; hit".equals(answer.header("Cache-Status"));
    }
}

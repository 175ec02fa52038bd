package org.parley.gateway.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** Which answers are given again, and which are not, by services whose state stands still as long as a test wants. */
@QuarkusTest
class KeptAnswersTest extends GatewayTest {

    private static final String HIT = "parley; hit";

    /** Documents of one test are those of no other. */
    private static int tests;

    private final String mark = "t" + ++tests;

    @BeforeEach
    void both_services_tell_a_state_that_stands_still() throws InterruptedException {
        state("1");
        // Who did not tell is asked again after a pause.
        for (int i = 0; i < 50 && !isHit(query("{" + mark + "x: articles(first: 1) {nodes {id}}}")); i++) {
            Thread.sleep(100);
        }
    }

    @Test
    void the_same_question_is_answered_without_asking_for_the_rows_again() {
        String document = "{" + mark + ": articles(first: 1) {nodes {headline}}}";
        int before = reads();
        Response first = query(document);
        Response again = query(document);
        assertThat(isHit(first)).isFalse();
        assertThat(isHit(again)).isTrue();
        assertThat(again.asString()).isEqualTo(first.asString()).contains("Headline 1", "\"cost\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(reads()).isEqualTo(before + 1);
        assertThat(isHit(given().contentType("application/json")
                        .header("Cache-Control", "no-cache")
                        .body(Map.of("query", document))
                        .post("/graphql")))
                .isFalse();
        assertThat(reads()).isEqualTo(before + 2);
    }

    @Test
    void variables_and_the_operation_asked_for_make_another_question() {
        String document = "query A($n: Int) {" + mark + ": articles(first: $n) {nodes {id}}} query B {" + mark
                + ": articles(first: 2) {nodes {id}}}";
        for (Map<String, ?> asked : List.of(
                Map.of("query", document, "operationName", "A", "variables", Map.of("n", 1)),
                Map.of("query", document, "operationName", "A", "variables", Map.of("n", 3)),
                Map.of("query", document, "operationName", "B"))) {
            assertThat(isHit(post(asked))).isFalse();
            assertThat(isHit(post(asked))).isTrue();
        }
        assertThat(post(Map.of("query", document, "operationName", "B"))
                        .jsonPath()
                        .getList("data." + mark + ".nodes"))
                .hasSize(2);
    }

    @Test
    void nothing_is_given_again_once_either_service_is_in_another_state() {
        String document = "{" + mark + ": articles(first: 1) {nodes {headline}}}";
        query(document);
        Upstream.EVENTS.fault("/v1/snapshot", 200, "{\"state\":\"2\"}", 0);
        assertThat(isHit(query(document))).isFalse();
        assertThat(isHit(query(document))).isTrue();
        Upstream.SOURCES.fault("/v1/snapshot", 200, "{\"state\":\"2\"}", 0);
        assertThat(isHit(query(document))).isFalse();
        assertThat(isHit(query(document))).isTrue();
    }

    @Test
    void who_may_see_more_is_not_given_the_answer_of_who_may_see_less() {
        String document = "{" + mark + ": articles(first: 1) {nodes {headline}} feeds {nodes {id}}}";
        assertThat(query(document).jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("UNAUTHENTICATED");
        Response admin = queryAsAdmin(document, Map.of());
        assertThat(isHit(admin)).isFalse();
        assertThat(admin.jsonPath().getList("errors")).isNull();
        assertThat(isHit(queryAsAdmin(document, Map.of()))).isTrue();
        assertThat(isHit(query(document))).isFalse();
    }

    @Test
    void an_answer_that_lacks_something_is_not_kept() {
        String document = "{" + mark + ": articles(first: 1) {nodes {id statements {nodes {id}}}}}";
        Upstream.EVENTS.fault("/v1/statements/pages-by", 500, "", 0);
        assertThat(query(document).jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("UPSTREAM_UNAVAILABLE");
        Upstream.reset();
        state("1");
        Response whole = query(document);
        assertThat(isHit(whole)).isFalse();
        assertThat(whole.jsonPath().getList("errors")).isNull();
        assertThat(isHit(query(document))).isTrue();
    }

    @Test
    void what_looks_at_the_clock_or_at_the_services_is_worked_out_each_time() {
        for (String document : List.of(
                "{" + mark + ": status {version}}",
                "{" + mark + ": outlets {nodes {scorecard {days}}}}",
                "query " + mark + " {...all} fragment all on Query {outlets {nodes {scorecard {days}}}}")) {
            assertThat(isHit(query(document))).isFalse();
            assertThat(isHit(query(document))).isFalse();
        }
    }

    @Test
    void a_service_that_does_not_tell_its_state_delays_nothing_for_long() {
        String document = "{" + mark + ": articles(first: 1) {nodes {headline}}}";
        query(document);
        assertThat(isHit(query(document))).isTrue();
        Upstream.EVENTS.fault("/v1/snapshot", 500, "", 0);
        assertThat(isHit(query(document))).isFalse();
        assertThat(query(document).jsonPath().getString("data." + mark + ".nodes[0].headline"))
                .isEqualTo("Headline 1");
        Upstream.EVENTS.fault("/v1/snapshot", 200, "{\"state\":\"1\"}", 5_000);
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            assertThat(query(document).statusCode()).isEqualTo(200);
        }
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(2_000);
    }

    @Test
    void a_link_followed_again_is_revalidated_as_before_and_batches_keep_their_form() {
        String document = "{" + mark + ": articles(first: 1) {nodes {headline}}}";
        String tag = given().queryParam("query", document).get("/graphql").header("ETag");
        Response again = given().header("If-None-Match", tag)
                .queryParam("query", document)
                .get("/graphql");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(isHit(again)).isTrue();
        Response batch = given().contentType("application/json")
                .body(List.of(Map.of("query", document), Map.of("query", "{" + mark + "other: __typename}")))
                .post("/graphql");
        assertThat(isHit(batch)).isFalse();
        assertThat(batch.jsonPath().getString("[0].data." + mark + ".nodes[0].headline"))
                .isEqualTo("Headline 1");
        assertThat(batch.jsonPath().getString("[1].data." + mark + "other")).isEqualTo("Query");
    }

    @Test
    void an_answer_that_is_kept_costs_its_asker_the_same() {
        Response key = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("label", "kept", "scopes", List.of("read"), "costPerMinute", 60))
                .post("/v1/keys");
        String document = "{" + mark + ": articles(first: 10) {nodes {headline}}}";
        Response answer = asked(key, document);
        int cost = answer.jsonPath().getInt("extensions.cost.requested");
        assertThat(left(answer)).isBetween(60 - cost, 60 - cost + 2);
        answer = asked(key, document);
        assertThat(isHit(answer)).isTrue();
        assertThat(left(answer)).isBetween(60 - 2 * cost, 60 - 2 * cost + 4);
        for (int i = 0; i < 10 && answer.statusCode() == 200; i++) {
            answer = asked(key, document);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(answer.jsonPath().getMap("data")).isNull();
    }

    /** Whoever adds a field that a method works out has to say here that its value depends on what is stored alone. */
    @Test
    void every_field_that_is_worked_out_depends_on_what_is_stored_or_is_never_kept() {
        Set<String> fields = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(GraphQLApi.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Query.class)
                        || Arrays.stream(method.getParameters())
                                .anyMatch(parameter -> parameter.isAnnotationPresent(Source.class)))
                .map(method -> method.isAnnotationPresent(Name.class)
                        ? method.getAnnotation(Name.class).value()
                        : method.getName())
                .filter(name -> !Fleeting.FIELDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).containsExactly(("""
                        actor actors aliases article articles assertions conflicts duplicates feeds mentions mergedFrom node nodes \
                        other outlet outlets party point positions previous proposal proposals respondsTo responses \
                        reviewDecisions reviewQueue roles search statements subjects text utterance utterances version versions""").split(" "));
    }

    private static int reads() {
        return Collections.frequency(Upstream.SOURCES.paths(), "/v1/articles/query");
    }

    private static int left(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*r=(\\d+).*", "$1"));
    }

    private static Response asked(Response key, String document) {
        return given().header("Authorization", "Bearer " + key.jsonPath().getString("token"))
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql");
    }

    private static Response post(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/graphql");
    }

    private static boolean isHit(Response answer) {
        return HIT.equals(answer.header("Cache-Status"));
    }

    private static void state(String state) {
        for (Upstream service : Upstream.values()) {
            service.fault("/v1/snapshot", 200, "{\"state\":\"" + state + "\"}", 0);
        }
    }
}

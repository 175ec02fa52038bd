package org.parley.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** What asks for too much is refused before anything is fetched. */
@QuarkusTest
class LimitsTest extends GatewayTest {

    @TestHTTPResource("/graphql")
    URI graphql;

    static List<Arguments> attacks() {
        return List.of(
                Arguments.of("deep", "{node(id: \"x\") {... on Article " + nested(8) + "}}"),
                Arguments.of("500 aliases", "{" + numbered(500, "a%d: __typename") + "}"),
                Arguments.of("20,000 fields", "{" + "__typename ".repeat(20_000) + "}"),
                Arguments.of("fields in fragments", "{...f0} " + doubling(14)),
                Arguments.of(
                        "cost by lists",
                        "{statements(first: 100) {nodes {speaker {statements(first: 100) {nodes {id content form act rule}}}}}}"),
                Arguments.of(
                        "cost by ids",
                        "{articles(first: 100) {nodes {a: statements(first: 100) {nodes {id content form act rule}}}}}"),
                Arguments.of("2,000 directives", "{__typename " + "@include(if: true) ".repeat(2_000) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void it_is_refused(String name, String document) {
        Response answer = query(document);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code"))
                .isIn("LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED");
        assertThat(answer.asString()).hasSizeLessThan(10_000);
        assertThat(Upstream.EVENTS.paths()).isEmpty();
        assertThat(Upstream.SOURCES.paths()).isEmpty();
    }

    @Test
    void a_cycle_of_fragments_is_refused() {
        Response answer = query("{...a} fragment a on Query {...b} fragment b on Query {...a}");
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void what_could_only_be_ignored_is_refused() {
        Response answer = query("{statements {nodes {id ... @defer {content}}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].message")).contains("@defer");
    }

    @Test
    void a_list_argument_without_end_is_refused() {
        List<String> ids = IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        Response answer = query("query ($ids: [ID!]!) {nodes(ids: $ids) {id}}", Map.of("ids", ids));
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void introspection_as_tools_send_it_passes() {
        Response answer = query(IntrospectionQuery.INTROSPECTION_QUERY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("errors")).isNull();
    }

    @Test
    void what_a_page_needs_passes() {
        Response answer = query("""
                {statements(first: 100) {totalCount pageInfo {hasNextPage endCursor} nodes {
                   id content form act negated confidence rule statedOn statedOnBasis knownAt
                   receipts {exact prefix suffix start end placement current {start end}}
                   speaker {id name kind aliases roles {role from to}}
                   article {id headline url publishedAt text outlet {id name country}}
                   stances {value proposal {id title} version {id label}}}}}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("errors")).isNull();
    }

    @Test
    void introspection_within_introspection_is_refused() {
        Response answer = query("{__schema {types {fields {type {fields {type {name}}}}}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
    }

    @Test
    void variables_and_lists_without_end_do_not_get_past_the_size_of_a_body() {
        List<Integer> million = Collections.nCopies(1_000_000, 1);
        Response answer = query("query ($ids: [ID!]!) {nodes(ids: $ids) {id}}", Map.of("ids", million));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void a_misspelt_field_is_not_answered_with_the_right_one() {
        assertThat(query("{articlez {nodes {id}}}").asString()).doesNotContain("articles", "Did you mean");
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_cut_off() throws Exception {
        try (java.net.Socket slow = new java.net.Socket(graphql.getHost(), graphql.getPort())) {
            slow.setSoTimeout(10_000);
            slow.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void an_operation_that_takes_too_long_is_given_up() {
        String one = """
                {"id":"0199f3c4-8f4e-7b1a-9c55-f0000000000%d","slug":"s","title":"t","kind":"PLAN",\
                "respondsToId":"0199f3c4-8f4e-7b1a-9c55-f00000000009"}""";
        Upstream.EVENTS.fault(
                "/v1/proposals/query",
                200,
                "{\"items\":[{\"cursor\":\"c\",\"node\":" + one.formatted(1)
                        + "}],\"hasNext\":false,\"hasPrevious\":false}",
                900);
        // Each answer leads to another question, and each is in time.
        Upstream.EVENTS.fault("/v1/proposals/by-ids", 200, "{\"items\":[" + one.formatted(9) + "]}", 900);
        Upstream.EVENTS.fault("/v1/proposals/responses", 200, "{\"pages\":{}}", 900);
        Response answer = query("{proposals {nodes {respondsTo {responses {nodes {id}}}}}}");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("TIMEOUT");
    }

    @Test
    void what_an_operation_costs_is_told() {
        Response answer = query("{statements(first: 10) {nodes {id content}}}");
        assertThat(answer.jsonPath().getInt("extensions.cost.requested")).isBetween(20, 50);
        assertThat(answer.jsonPath().getInt("extensions.cost.limit")).isEqualTo(50_000);
    }

    @Test
    void a_key_that_asks_for_too_much_in_a_minute_has_to_wait() {
        String token = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("label", "greedy", "scopes", List.of("read")))
                .post("/v1/keys")
                .jsonPath()
                .getString("token");
        String costly = "{statements(first: 90) {nodes {speaker {statements(first: 90) {nodes {id content form}}}}}}";
        Response answer = null;
        for (int i = 0; i < 40 && (answer == null || answer.statusCode() == 200); i++) {
            answer = given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(Map.of("query", costly))
                    .post("/graphql");
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"cost\";q=500000;w=60");
            assertThat(answer.header("RateLimit")).startsWith("\"cost\";r=");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(query("{__typename}").statusCode()).isEqualTo(200);
    }

    private static String nested(int levels) {
        return "{statements {nodes {article ".repeat(levels) + "{id}" + "}}}".repeat(levels);
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(" "));
    }

    private static String doubling(int levels) {
        return IntStream.range(0, levels)
                        .mapToObj(i -> "fragment f%d on Query {...f%d ...f%d}".formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining(" "))
                + " fragment f" + levels + " on Query {__typename}";
    }
}

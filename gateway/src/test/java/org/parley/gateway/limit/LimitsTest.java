package org.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** What asks for too much is refused before anything is fetched. */
@QuarkusTest
class LimitsTest extends GatewayTest {

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

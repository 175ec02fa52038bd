package org.parley.gateway.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Each mistake has its code, names what it is about, and gives nothing of ours away. */
@QuarkusTest
class ErrorCodesTest extends GatewayTest {

    private static final String OUTLET = new NodeId(NodeType.OUTLET, "0199f3c4-8f4e-7b1a-9c55-a00000000001").encoded();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | GRAPHQL_PARSE_FAILED | ",
                "{nonsense} | GRAPHQL_VALIDATION_FAILED | ",
                "{articles(first: \"x\") {nodes {id}}} | GRAPHQL_VALIDATION_FAILED | ",
                "{articles(knownAt: \"yesterday\") {nodes {id}}} | GRAPHQL_VALIDATION_FAILED | ",
                "{statements(filter: {statedFrom: \"27.11.2025\"}) {nodes {id}}} | GRAPHQL_VALIDATION_FAILED | ",
                "{articles(first: 100000) {nodes {id}}} | LIMIT_EXCEEDED | first",
                "{articles(first: 101) {nodes {id}}} | LIMIT_EXCEEDED | first",
                "{articles(last: 101) {nodes {id}}} | LIMIT_EXCEEDED | last",
                "{articles(first: -1) {nodes {id}}} | BAD_USER_INPUT | first",
                "{articles(first: 1, last: 1) {nodes {id}}} | BAD_USER_INPUT | last",
                "{node(id: \"abc\") {id}} | BAD_USER_INPUT | id",
                "{node(id: \"QXJ0aWNsZTox\") {id}} | BAD_USER_INPUT | id",
                "{node(id: \"\") {id}} | BAD_USER_INPUT | id",
                "{nodes(ids: [\"%s\", \"%%\"]) {id}} | BAD_USER_INPUT | ids[1]",
                "{article(id: \"%s\") {id}} | BAD_USER_INPUT | id",
                "{article {id}} | BAD_USER_INPUT | id",
                "{statements(filter: {speaker: [\"%s\"]}) {nodes {id}}} | BAD_USER_INPUT | filter.speaker",
                "{statements(filter: {not: {article: [\"x\"]}}) {nodes {id}}} | BAD_USER_INPUT | filter.article",
                "{search(text: \" \") {nodes {title}}} | BAD_USER_INPUT | text",
                "{search(text: \"x\", after: \"///\") {nodes {title}}} | BAD_USER_INPUT | after",
                "{actors(filter: {name: \"x\"}, first: 1, after: \"\") {nodes {id}} __schema {nope}} | GRAPHQL_VALIDATION_FAILED | ",
                "mutation {submitArticle(input: {text: \"x\"}) {fate}} | UNAUTHENTICATED | ",
            })
    void a_mistake_has_its_code_and_names_the_argument(String document, String code, String argument) {
        Response answer = query(document.replace("%s", OUTLET).replace("%%", "%"));
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
        if (argument != null) {
            assertThat(answer.jsonPath().getString("errors[0].extensions.arguments[0]"))
                    .isEqualTo(argument);
            assertThat(answer.jsonPath().getString("errors[0].message")).contains(argument);
        }
        assertThat(answer.asString()).doesNotContain("org.", "java", "Exception", "graphql.");
    }

    @Test
    void a_cursor_the_service_refuses_is_the_callers_mistake() {
        Upstream.EVENTS.fault("/v1/statements/query", 400, """
                {"type":"/docs/problems#bad-user-input","title":"x","status":400,"detail":"after: is no cursor of this list",\
                "code":"BAD_USER_INPUT","errors":[{"field":"after","message":"is no cursor of this list"}]}""", 0);
        Response answer = query("{statements(after: \"junk\") {nodes {id}} articles {nodes {headline}}}");
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.jsonPath().getString("errors[0].extensions.arguments[0]"))
                .isEqualTo("after");
        assertThat(answer.jsonPath().getList("data.articles.nodes")).hasSize(3);
    }

    @Test
    void an_unknown_but_well_formed_id_is_null_without_an_error() {
        String id = new NodeId(NodeType.STATEMENT, "0199f3c4-8f4e-7b1a-9c55-ffffffffffff").encoded();
        Response answer = query("query ($id: ID!) {node(id: $id) {id}}", Map.of("id", id));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).startsWith("{\"data\":{\"node\":null}").doesNotContain("errors");
    }

    @Test
    void a_key_that_is_none_is_401_even_where_anybody_may_read() {
        Response answer = given().header("Authorization", "Bearer parley_wrong")
                .queryParam("query", "{__typename}")
                .get("/graphql");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
    }
}

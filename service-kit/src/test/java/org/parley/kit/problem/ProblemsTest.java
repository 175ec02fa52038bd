package org.parley.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.kit.ServiceTest;

@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"frist":1}                    | frist            | is not a member that is known here; the members are colour, first, from, ids, inner
                    {"first":"many"}               | first            | has to be a number
                    {"first":{}}                   | first            | has to be a number
                    {"colour":"BLUE"}              | colour           | has to be one of RED, GREEN
                    {"from":"yesterday"}           | from             | has to be a time such as 2025-11-27T09:30:00Z
                    {"ids":"a"}                    | ids              | has to be a list
                    {"inner":{"inner":{"first":[]}}} | inner.inner.first | has to be a number
                    {"ids":["a",{}]}               | ids[1]           | has to be a string
                    """)
    void a_wrong_member_is_named_with_what_it_has_to_be(String body, String field, String message) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_USER_INPUT"))
                .body("type", equalTo("/docs/problems#bad-user-input"))
                .body("status", equalTo(400))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message))
                .body("detail", equalTo(field + ": " + message));
    }

    @Test
    void broken_json_is_told_with_its_line() {
        post("{\n \"first\": 1,\n oops }")
                .statusCode(400)
                .body("errors[0].line", equalTo(3))
                .body("detail", containsString("line 3"));
    }

    @Test
    void what_the_http_layer_refuses_is_a_problem_too() {
        given().get("/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        given().delete("/trouble").then().statusCode(405).body("code", equalTo("BAD_USER_INPUT"));
        given().contentType("text/plain")
                .body("x")
                .post("/trouble")
                .then()
                .statusCode(415)
                .body("code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void our_own_problems_pass_as_they_are() {
        given().get("/trouble/ours")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("published"))
                .body("title", equalTo("The request has a mistake"));
    }

    @Test
    void a_bug_is_internal_and_tells_nothing_but_where_it_is_logged() {
        String body = given().get("/trouble/bug")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL"))
                .body("detail", containsString("logged here under"))
                .extract()
                .asString();
        assertThat(body).doesNotContain("secret", "Exception", "org.parley", "at ");
    }

    @Test
    void a_database_that_is_away_is_told_with_when_to_try_again() {
        given().get("/trouble/database")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/trouble")
                .then();
    }
}

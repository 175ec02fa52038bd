package org.parley.events.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TestTokens;
import org.parley.testkit.TokenKeys;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "events"))
class EmptyRecordApiTest {

    @ParameterizedTest
    @CsvSource({"/v1/statements/query", "/v1/actors/query", "/v1/proposals/query"})
    void lists_are_empty_and_counted(String path) {
        given().header("Authorization", TestTokens.bearer("events", "read"))
                .contentType("application/json")
                .body("{\"count\":true}")
                .post(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("hasNext", equalTo(false))
                .body("total", equalTo(0));
    }

    @Test
    void without_a_token_nothing_is_told() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/statements/query")
                .then()
                .statusCode(401);
    }
}

package org.parley.gateway;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** What the gateway's tests have in common: a real PostgreSQL for keys, token keys, and stand-ins for the services. */
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(StandIns.class)
@WithTestResource(FirstKey.class)
public abstract class GatewayTest {

    @BeforeEach
    void forget() {
        Upstream.reset();
    }

    /** Posts a document as most clients do. */
    protected static Response query(String document) {
        return query(document, Map.of());
    }

    /** Posts a document with variables. */
    protected static Response query(String document, Map<String, ?> variables) {
        return given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
    }

    /** Posts a document in the name of the first key, which may do everything. */
    protected static Response queryAsAdmin(String document, Map<String, ?> variables) {
        return given().contentType("application/json")
                .header("Authorization", FirstKey.bearer())
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
    }
}

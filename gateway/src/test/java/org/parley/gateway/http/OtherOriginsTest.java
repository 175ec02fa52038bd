package org.parley.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;

/** A gateway that pages of another origin may ask, and that shows its schema to administrators alone. */
@QuarkusTest
@TestProfile(OtherOriginsTest.Settings.class)
class OtherOriginsTest extends GatewayTest {

    private static final String FRIEND = "https://desk.example";
    private static final String STRANGER = "https://evil.example";

    @TestHTTPResource("/graphql")
    URI graphql;

    public static class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", FRIEND,
                    "parley.graphql.introspection", "admin");
        }
    }

    @Test
    void a_page_of_an_origin_that_is_named_may_ask() {
        Response asked = given().header("Origin", FRIEND)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,authorization")
                .options("/graphql");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        Response answer = given().header("Origin", FRIEND)
                .contentType("application/json")
                .body(Map.of("query", "{__typename}"))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    }

    @Test
    void a_page_of_any_other_origin_may_not() {
        Response answer = given().header("Origin", STRANGER)
                .contentType("application/json")
                .body(Map.of("query", "{__typename}"))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void the_same_holds_for_sockets() throws Exception {
        try (SocketClient client = SocketClient.open(graphql, Socket.PROTOCOL, Map.of("Origin", FRIEND))) {
            client.send(SocketClient.INIT);
            client.next("connection_ack");
        }
        assertThatThrownBy(() -> SocketClient.open(graphql, Socket.PROTOCOL, Map.of("Origin", STRANGER)))
                .isNotNull();
    }

    @Test
    void the_schema_is_shown_to_whom_it_is_meant_for() {
        for (String document :
                new String[] {"{__schema {description}}", "{...f} fragment f on Query {__type(name: \"Query\") {name}}"
                }) {
            Response refused = query(document);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("FORBIDDEN");
            assertThat(given().header("Authorization", FirstKey.bearer())
                            .contentType("application/json")
                            .body(Map.of("query", document))
                            .post("/graphql")
                            .jsonPath()
                            .getList("errors"))
                    .isNull();
        }
        assertThat(query("{__typename}").statusCode()).isEqualTo(200);
    }
}

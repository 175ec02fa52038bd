package org.parley.gateway.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.http.SocketClient;

/** Signing in to the console: by key, into a cookie that nobody else's page can use. */
@QuarkusTest
class SessionTest extends GatewayTest {

    private static final String HEADER = "X-Parley-Console";
    private static final String COOKIE = "parley_session";
    private static final String KEY = FirstKey.bearer().substring("Bearer ".length());

    @TestHTTPResource("/graphql")
    URI graphql;

    @Test
    void signing_in_leaves_a_cookie_that_scripts_and_other_sites_cannot_use() {
        Response answer = signIn(KEY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("scopes")).contains("read", "admin");
        assertThat(answer.jsonPath().getString("label")).isEqualTo("bootstrap");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        assertThat(answer.header("Set-Cookie")).doesNotContain(KEY);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_key_that_is_not_good_is_refused() {
        Response answer = signIn("parley_" + "x".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("Set-Cookie")).isNull();
        Response without = given().header(HEADER, "1")
                .contentType("application/json")
                .body("{}")
                .post("/console/session");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.jsonPath().getString("errors[0].field")).isEqualTo("key");
    }

    @Test
    void nothing_there_answers_without_the_header_of_the_console() {
        Response answer =
                given().contentType("application/json").body(Map.of("key", KEY)).post("/console/session");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(given().get("/console/session").statusCode()).isEqualTo(403);
        assertThat(given().delete("/console/session").statusCode()).isEqualTo(403);
    }

    @Test
    void the_cookie_counts_only_together_with_the_header() {
        String session = signIn(KEY).cookie(COOKIE);
        assertThat(given().cookie(COOKIE, session).get("/v1/keys").statusCode()).isEqualTo(401);
        assertThat(as(session).get("/v1/keys").statusCode()).isEqualTo(200);
        assertThat(as(session).get("/console/session").jsonPath().getString("label"))
                .isEqualTo("bootstrap");
    }

    @Test
    void a_session_is_no_key_and_a_key_is_no_session() {
        String session = signIn(KEY).cookie(COOKIE);
        assertThat(given().header("Authorization", "Bearer " + session)
                        .get("/v1/keys")
                        .statusCode())
                .isEqualTo(401);
        assertThat(as(KEY).get("/v1/keys").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        String session = signIn(KEY).cookie(COOKIE);
        Response out = as(session).delete("/console/session");
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(out.jsonPath().getList("scopes")).containsExactly("read");
        assertThat(as(session).get("/v1/keys").statusCode()).isEqualTo(401);
        Response who = as(session).get("/console/session");
        assertThat(who.statusCode()).isEqualTo(200);
        assertThat(who.jsonPath().getString("label")).isNull();
    }

    @Test
    void a_session_ends_with_its_key() {
        Response made = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("label", "for a day", "scopes", List.of("read", "admin")))
                .post("/v1/keys");
        String session = signIn(made.jsonPath().getString("token")).cookie(COOKIE);
        assertThat(as(session).get("/v1/keys").statusCode()).isEqualTo(200);
        given().header("Authorization", FirstKey.bearer())
                .delete("/v1/keys/" + made.jsonPath().getString("id"));
        assertThat(as(session).get("/v1/keys").statusCode()).isEqualTo(401);
    }

    @Test
    void the_cookie_opens_a_socket_for_our_own_page_alone() throws Exception {
        String session = signIn(KEY).cookie(COOKIE);
        String own = "http://" + graphql.getAuthority();
        try (SocketClient ours = socket(session, own)) {
            ours.subscribe("1", "{feeds(first: 1) {nodes {id}}}");
            assertThat(ours.next("next").toString()).doesNotContain("UNAUTHENTICATED", "FORBIDDEN");
        }
        try (SocketClient programme = socket(session, null)) {
            programme.subscribe("1", "{feeds(first: 1) {nodes {id}}}");
            assertThat(programme.next("next").toString()).contains("UNAUTHENTICATED");
        }
    }

    private SocketClient socket(String session, String origin) throws InterruptedException {
        String cookie = COOKIE + "=" + session;
        SocketClient client = SocketClient.open(
                graphql,
                "graphql-transport-ws",
                origin == null ? Map.of("Cookie", cookie) : Map.of("Cookie", cookie, "Origin", origin));
        client.send(SocketClient.INIT);
        client.next("connection_ack");
        return client;
    }

    private static RequestSpecification as(String session) {
        return given().cookie(COOKIE, session).header(HEADER, "1");
    }

    private static Response signIn(String key) {
        return given().header(HEADER, "1")
                .contentType("application/json")
                .body(Map.of("key", key))
                .post("/console/session");
    }
}

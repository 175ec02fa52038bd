package org.parley.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** REST requests pass through with their body and without what says who the client is. */
@QuarkusTest
class DoorTest extends GatewayTest {

    @Test
    void a_request_reaches_its_service_with_our_token_and_without_the_clients_headers() {
        Upstream.SOURCES.fault("/v1/articles", 201, "{\"fate\":\"STORED\"}", 0);
        Response answer = given().urlEncodingEnabled(false)
                .header("Authorization", FirstKey.bearer())
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1")
                .header("Cookie", "a=b")
                .header("Connection", "keep-alive, X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("X-Kept", "1")
                .contentType("application/json")
                .body("{\"text\":\"Grüezi\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles?file=a%20b.txt");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("fate")).isEqualTo("STORED");

        Map<String, Object> call = Upstream.SOURCES.calls().get(0);
        assertThat(call.get("path")).isEqualTo("/v1/articles?file=a%20b.txt");
        assertThat(call.get("body")).isEqualTo("{\"text\":\"Grüezi\"}");
        @SuppressWarnings("unchecked")
        Map<String, String> headers = (Map<String, String>) call.get("headers");
        assertThat(headers.keySet().stream().map(String::toLowerCase))
                .contains("x-kept")
                .doesNotContain("x-forwarded-for", "forwarded", "cookie", "x-secret-hop");
        String token = headers.get("Authorization");
        assertThat(token).startsWith("Bearer ").doesNotContain("parley_");
        String claims = new String(
                Base64.getUrlDecoder()
                        .decode(token.substring("Bearer ".length()).split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertThat(claims).contains("\"iss\":\"gateway\"", "\"sources\"", "admin");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/articles, 401",
        "POST, /v1/articles/bulk, 401",
        "GET, /v1/changes, 401",
        "GET, /v1/record, 200",
        "GET, /v1/statements/export, 200",
        "GET, /v1/other-readings, 200",
        "POST, /v1/outlets/attributions, 200",
        "POST, /v1/extractions, 200",
        "GET, /v1/status, 200",
        "POST, /v1/articles/0199f3c4-8f4e-7b1a-9c55-b00000000001/retract, 401",
        "PATCH, /v1/feeds/0199f3c4-8f4e-7b1a-9c55-c00000000001, 401",
        "POST, /v1/review/decisions, 401",
        "POST, /v1/proposals/merge, 401",
        "GET, /v1/jobs/0199f3c4-8f4e-7b1a-9c55-c00000000001/rows, 401",
    })
    void without_a_key_only_reading_and_extracting_pass_on_a_machine_of_ones_own(
            String method, String path, int status) {
        Upstream.EVENTS.fault("/v1/record", 200, "{}", 0);
        Upstream.EVENTS.fault("/v1/statements/export", 200, "{}", 0);
        Upstream.EVENTS.fault("/v1/extractions", 200, "{}", 0);
        Upstream.EVENTS.fault("/v1/other-readings", 200, "{}", 0);
        Upstream.EVENTS.fault("/v1/outlets/attributions", 200, "{}", 0);
        Response answer = given().request(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
            assertThat(Upstream.SOURCES.paths()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/articles/query", "/v1/statements/query", "/v1/articles/by-ids", "/v1/articles/../status"})
    void what_is_not_listed_cannot_be_reached(String path) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body("{}")
                .post(path);
        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(Upstream.SOURCES.paths()).isEmpty();
        assertThat(Upstream.EVENTS.paths()).isEmpty();
    }

    @Test
    void what_the_service_refuses_is_handed_on() {
        Upstream.SOURCES.fault("/v1/articles", 400, "{\"code\":\"BAD_USER_INPUT\"}", 0);
        Response answer = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body("{}")
                .post("/v1/articles");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_large_body_passes_whole() {
        Upstream.SOURCES.fault("/v1/articles/bulk", 200, "{\"line\":1}\n", 0);
        String lines = ("{\"text\":\"" + "x".repeat(1_000) + "\"}\n").repeat(3_000);
        Response answer = given().header("Authorization", FirstKey.bearer())
                .header("Content-Type", "application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles/bulk");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Upstream.SOURCES.calls().get(0).get("body").toString()).hasSize(lines.length());
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_whole() {
        Upstream.EVENTS.breakOff("/v1/statements/export", "{\"id\":1}\n{\"id\":2}\n");
        assertThatThrownBy(() -> given().get("/v1/statements/export").asString())
                .hasMessageContaining("clos");
        Upstream.EVENTS.fault("/v1/statements/export", 200, "{}", 0);
        assertThat(given().get("/v1/statements/export").asString()).isEqualTo("{}");
    }

    @Test
    void every_query_to_begin_with_is_one_that_works() {
        String page = given().get("/docs").asString();
        Matcher link = Pattern.compile("/q/graphql-ui/\\?query=([^\"]+)").matcher(page);
        int links = 0;
        while (link.find()) {
            Response answer = query(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
            assertThat(answer.jsonPath().getList("errors")).as(link.group(1)).isNull();
            links++;
        }
        assertThat(links).isEqualTo(6);
    }

    @Test
    void the_status_says_which_service_does_not_answer() {
        Upstream.EVENTS.fault("/v1/status", 503, "", 0);
        Response answer = given().get("/v1/status");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("sources.articles")).isEqualTo(3);
        assertThat(answer.jsonPath().getBoolean("events.unavailable")).isTrue();
    }

    @Test
    void the_pages_are_there_under_a_strict_policy() {
        for (String page : new String[] {"/docs", "/docs/problems"}) {
            Response answer = given().get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("text/html");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.asString()).doesNotContain("<script", "style=", "{codes}");
        }
        assertThat(given().get("/docs/problems").asString()).contains("id=\"upstream-unavailable\"");
        assertThat(given().get("/docs").asString()).doesNotContain("{starters}", "{address}");
        Response graphiql = given().redirects().follow(false).get("/graphiql");
        assertThat(graphiql.statusCode()).isEqualTo(302);
        assertThat(graphiql.header("Location")).startsWith("/q/graphql-ui/?query=");
        assertThat(given().get("/q/graphql-ui/").statusCode()).isEqualTo(200);
    }
}

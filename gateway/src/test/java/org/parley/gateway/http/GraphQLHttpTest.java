package org.parley.gateway.http;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** GraphQL over HTTP, beyond what the audit of {@code graphql-http} asks for. */
@QuarkusTest
class GraphQLHttpTest extends GatewayTest {

    @TestHTTPResource("/graphql")
    URL graphql;

    private static final String MUTATION = "mutation { submitArticle(input: {text: \"x\"}) { fate } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | application/json",
                "*/* | application/json",
                "application/* | application/json",
                "application/json | application/json",
                "application/graphql-response+json | application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
                "application/json;q=0.5, application/graphql-response+json | application/graphql-response+json",
                "text/event-stream, application/json | application/json",
            })
    void the_answer_has_the_media_type_the_client_likes_best(String accept, String expected) {
        var request = given().contentType("application/json").body(Map.of("query", "{__typename}"));
        if (accept != null) {
            request.accept(accept);
        }
        Response answer = request.post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(expected + "; charset=utf-8");
    }

    @Test
    void a_client_that_takes_neither_is_told_which_there_are() {
        Response answer = given().contentType("application/json")
                .accept("text/html")
                .body(Map.of("query", "{__typename}"))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void a_content_type_named_twice_as_graphiql_does_is_taken() throws Exception {
        HttpRequest twice = HttpRequest.newBuilder(graphql.toURI())
                .header("Content-Type", "application/json, application/json")
                .header("Authorization", FirstKey.bearer())
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(twice, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"__typename\":\"Query\"");
    }

    /** Asking for HTTP/2 is what the JDK's client does unless told otherwise. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void the_jdks_own_client_is_answered_in_either_version(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        for (int i = 0; i < 3; i++) {
            HttpRequest request = HttpRequest.newBuilder(graphql.toURI())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{articles {nodes {headline}}}\"}"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("Headline 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json, text/plain"
            })
    void what_a_web_page_can_post_without_asking_is_refused(String type) {
        Response answer = given().config(config().encoderConfig(encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(type.split(";")[0], ContentType.TEXT)))
                .header("Content-Type", type)
                .header("Authorization", FirstKey.bearer())
                .body("{\"query\":" + '"' + MUTATION.replace("\"", "\\\"") + "\"}")
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Upstream.SOURCES.paths()).isEmpty();
    }

    @Test
    void a_mutation_by_get_is_refused_and_does_not_run() {
        Response answer = given().header("Authorization", FirstKey.bearer())
                .queryParam("query", MUTATION)
                .get("/graphql");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(Upstream.SOURCES.paths()).isEmpty();
    }

    @Test
    void a_query_by_get_takes_operation_name_and_variables_as_they_are() {
        Response answer = given().queryParam(
                        "query", "query A { __typename } # 100%\nquery B($u: String) { article(url: $u) { url } }")
                .queryParam("operationName", "B")
                .queryParam("variables", "{\"u\":\"https://example.org/1+1\"}")
                .get("/graphql");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Upstream.SOURCES.calls().get(0).get("body").toString()).contains("https://example.org/1+1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"query\":7} | 400",
                "{\"query\":\"\"} | 400",
                "{\"query\":\"{__typename}\",\"variables\":[]} | 400",
                "{\"query\":\"{__typename}\",\"variables\":\"\"} | 400",
                "{\"query\":\"{__typename}\",\"operationName\":{}} | 400",
                "{\"query\":\"{__typename}\",\"extensions\":1} | 400",
                "{\"query\":\"{__typename}\",\"variables\":null,\"operationName\":null} | 200",
                "no JSON | 400",
                "17 | 400",
                "[] | 400",
                "[17] | 400",
            })
    void what_is_no_request_is_400_in_either_form(String body, int status) {
        for (String accept : List.of("application/json", "application/graphql-response+json")) {
            Response answer = given().contentType("application/json")
                    .accept(accept)
                    .body(body)
                    .post("/graphql");
            assertThat(answer.statusCode()).as(accept).isEqualTo(status);
            if (status == 400) {
                assertThat(answer.jsonPath().getString("errors[0].extensions.code"))
                        .isEqualTo("BAD_USER_INPUT");
            }
        }
    }

    @Test
    void operations_in_an_array_are_answered_in_their_order() {
        Response answer = given().contentType("application/json")
                .body(List.of(
                        Map.of("query", "{a: __typename}"),
                        Map.of("query", "{nonsense}"),
                        Map.of("query", "{status {articles}}")))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("[0].data.a")).isEqualTo("Query");
        assertThat(answer.jsonPath().getString("[1].errors[0].extensions.code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(answer.jsonPath().getInt("[2].data.status.articles")).isEqualTo(3);
    }

    @Test
    void more_than_ten_operations_in_an_array_are_too_many() {
        Response answer = given().contentType("application/json")
                .body(Collections.nCopies(11, Map.of("query", "{__typename}")))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void a_body_over_the_limit_is_413() {
        Response answer = given().contentType("application/json")
                .body(Map.of("query", "{__typename #" + "x".repeat(300_000) + "\n}"))
                .post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void other_methods_are_refused() {
        assertThat(given().put("/graphql").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 421", "evil.example:8080, 421", "localhost, 200", "127.0.0.1:8080, 200", "[::1]:80, 200"
    })
    void only_names_of_this_machine_are_served_on_a_loopback_bind(String host, int status) {
        Response answer =
                given().header("Host", host).queryParam("query", "{__typename}").get("/graphql");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void answers_carry_the_headers_that_keep_browsers_from_guessing_and_framing() {
        Response answer = query("{__typename}");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}

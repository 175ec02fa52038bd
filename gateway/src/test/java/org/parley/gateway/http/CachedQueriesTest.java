package org.parley.gateway.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;

/** Documents by their hash, and answers that a client has already. */
@QuarkusTest
class CachedQueriesTest extends GatewayTest {

    private static final String DOCUMENT = "query Newest {articles(first: 1) {nodes {headline}}}";

    @Test
    void a_document_sent_once_can_be_asked_for_by_its_hash() throws Exception {
        String document = DOCUMENT + " # once";
        Map<String, ?> hash = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(document)));
        Response unknown = post(Map.of("extensions", hash), null);
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(unknown.jsonPath().getString("errors[0].message")).isEqualTo("PersistedQueryNotFound");
        assertThat(unknown.jsonPath().getString("errors[0].extensions.code")).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        post(Map.of("query", document, "extensions", hash), null);
        assertThat(post(Map.of("extensions", hash), null).jsonPath().getString("data.articles.nodes[0].headline"))
                .isEqualTo("Headline 1");
        Response byGet = given().queryParam(
                        "extensions",
                        "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + sha256(document) + "\"}}")
                .get("/graphql");
        assertThat(byGet.jsonPath().getString("data.articles.nodes[0].headline"))
                .isEqualTo("Headline 1");
        assertThat(given().queryParam("documentId", "sha256:" + sha256(document))
                        .get("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_hash_of_another_document_is_refused_so_that_nobody_can_plant_one() throws Exception {
        Response refused = post(
                Map.of(
                        "query",
                        "{status {version}}",
                        "extensions",
                        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(DOCUMENT)))),
                null);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_key_with_trusted_documents_may_ask_for_no_other() throws Exception {
        Response made = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("label", "page", "scopes", List.of("read")))
                .post("/v1/keys");
        String path = "/v1/keys/" + made.jsonPath().getString("id") + "/documents";
        String token = "Bearer " + made.jsonPath().getString("token");
        Response trusted = given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("documents", List.of(DOCUMENT)))
                .put(path);
        assertThat(trusted.jsonPath().getMap("documents")).containsEntry(sha256(DOCUMENT), DOCUMENT);

        assertThat(post(Map.of("documentId", "sha256:" + sha256(DOCUMENT)), token)
                        .jsonPath()
                        .getString("data.articles.nodes[0].headline"))
                .isEqualTo("Headline 1");
        assertThat(post(Map.of("query", DOCUMENT), token).statusCode()).isEqualTo(200);
        for (Map<String, ?> other :
                List.of(Map.of("query", "{status {version}}"), Map.of("documentId", sha256("x")), Map.of("query", 7))) {
            Response refused = post(other, token);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("FORBIDDEN");
        }
        given().header("Authorization", FirstKey.bearer())
                .contentType("application/json")
                .body(Map.of("documents", List.of()))
                .put(path);
        assertThat(post(Map.of("query", "{status {version}}"), token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_answer_the_client_has_is_not_sent_again() {
        Response first = given().queryParam("query", DOCUMENT).get("/graphql");
        String tag = first.header("ETag");
        assertThat(tag).isNotBlank();
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        Response again = given().header("If-None-Match", tag)
                .queryParam("query", DOCUMENT)
                .get("/graphql");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(given().header("If-None-Match", "\"other\"")
                        .queryParam("query", DOCUMENT)
                        .get("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response post(Map<String, ?> body, String token) {
        var request = given().contentType("application/json").body(body);
        return (token == null ? request : request.header("Authorization", token)).post("/graphql");
    }

    private static String sha256(String document) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
    }
}

package org.parley.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** Keys: made, listed, used, revoked, and never kept. */
@QuarkusTest
class KeysApiTest extends GatewayTest {

    @Inject
    DataSource database;

    @Test
    void a_key_is_shown_once_and_only_its_hash_is_kept() throws Exception {
        Response made = create("press desk", List.of("read", "partner"), 30);
        assertThat(made.statusCode()).isEqualTo(201);
        String token = made.jsonPath().getString("token");
        assertThat(token).matches("parley_[A-Za-z0-9_-]{43}");
        assertThat(made.jsonPath().getList("scopes")).containsExactly("read", "partner");
        assertThat(made.jsonPath().getString("expiresAt")).isNotNull();

        Response listed = admin().get("/v1/keys");
        assertThat(listed.jsonPath().getList("items.label")).contains("press desk", "bootstrap");
        assertThat(listed.asString()).doesNotContain(token).doesNotContain("token", "hash");
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select access_key::text from access_key")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(token.substring("parley_".length()));
            }
        }
    }

    @Test
    void a_key_that_is_asked_for_twice_with_one_idempotency_key_is_made_once() {
        Map<String, Object> wanted = Map.of("label", "asked for twice", "scopes", List.of("read"));
        Response made = keyed("twice").body(wanted).post("/v1/keys");
        Response again = keyed("twice").body(wanted).post("/v1/keys");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("token"))
                .isEqualTo(made.jsonPath().getString("token"));
        String address = "/v1/keys/" + made.jsonPath().getString("id");
        String rotated = keyed("turned")
                .body(Map.of("overlapHours", 1))
                .post(address + "/rotate")
                .asString();
        assertThat(keyed("turned")
                        .body(Map.of("overlapHours", 1))
                        .post(address + "/rotate")
                        .asString())
                .isEqualTo(rotated);
        assertThat(keyed("turned")
                        .body(Map.of("overlapHours", 2))
                        .post(address + "/rotate")
                        .statusCode())
                .isEqualTo(422);
        assertThat(keyed("gone").delete(address).statusCode()).isEqualTo(204);
        assertThat(keyed("gone").delete(address).statusCode()).isEqualTo(204);
    }

    private static io.restassured.specification.RequestSpecification keyed(String key) {
        return admin().contentType("application/json").header("Idempotency-Key", key);
    }

    @Test
    void a_key_does_what_its_scopes_say_and_no_more() {
        String reader = create("reader", List.of("read"), null).jsonPath().getString("token");
        assertThat(graphql(reader, "{__typename}").statusCode()).isEqualTo(200);
        Response submitted = graphql(reader, "mutation {submitArticle(input: {text: \"x\"}) {fate}}");
        assertThat(submitted.jsonPath().getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(given().header("Authorization", "Bearer " + reader)
                        .get("/v1/keys")
                        .statusCode())
                .isEqualTo(403);

        String partner = create("partner", List.of("partner"), null).jsonPath().getString("token");
        Response queried = graphql(partner, "{__typename}");
        assertThat(queried.statusCode()).isEqualTo(403);
        assertThat(queried.jsonPath().getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_revoked_key_is_refused_at_once() {
        Response made = create("short", List.of("read"), null);
        String token = made.jsonPath().getString("token");
        assertThat(graphql(token, "{__typename}").statusCode()).isEqualTo(200);
        assertThat(admin().delete("/v1/keys/" + made.jsonPath().getString("id")).statusCode())
                .isEqualTo(204);
        Response refused = graphql(token, "{__typename}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/v1/status")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_rotated_key_keeps_its_id_and_scopes_and_its_old_text_is_good_for_a_while() throws Exception {
        Response made = create("turned", List.of("read"), null);
        String old = made.jsonPath().getString("token");
        Response rotated = admin().contentType("application/json")
                .body("{\"overlapHours\":1}")
                .post("/v1/keys/" + made.jsonPath().getString("id") + "/rotate");
        assertThat(rotated.statusCode()).isEqualTo(200);
        assertThat(rotated.jsonPath().getString("id")).isEqualTo(made.jsonPath().getString("id"));
        String fresh = rotated.jsonPath().getString("token");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(graphql(fresh, "{__typename}").statusCode()).isEqualTo(200);
        assertThat(graphql(old, "{__typename}").statusCode()).isEqualTo(200);
        assertThat(admin().get("/v1/keys").asString()).doesNotContain(fresh, old);

        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update access_key set old_until = now() - interval '1 second' where id = ?::uuid")) {
            update.setString(1, made.jsonPath().getString("id"));
            update.executeUpdate();
        }
        // What was found good is not looked up again for three seconds.
        Thread.sleep(3_200);
        assertThat(graphql(old, "{__typename}").statusCode()).isEqualTo(401);
        assertThat(graphql(fresh, "{__typename}").statusCode()).isEqualTo(200);
    }

    @Test
    void an_edit_is_refused_if_the_key_was_changed_since_it_was_read() throws Exception {
        Response made = create("edited", List.of("read"), null);
        String path = "/v1/keys/" + made.jsonPath().getString("id");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Response got = admin().get(path);
        assertThat(got.header("ETag")).isEqualTo("\"1\"");
        assertThat(got.asString()).contains("edited").doesNotContain("token");
        // Being used is no change of it.
        assertThat(graphql(made.jsonPath().getString("token"), "{__typename}").statusCode())
                .isEqualTo(200);

        Response limited = edit("\"1\"").body("{\"costPerMinute\":50}").patch(path);
        assertThat(limited.statusCode()).isEqualTo(200);
        assertThat(limited.header("ETag")).isEqualTo("\"2\"");
        Response late = edit("\"1\"").body("{\"costPerMinute\":70}").patch(path);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("code")).isEqualTo("CONFLICT");
        assertThat(admin().get(path).jsonPath().getInt("costPerMinute")).isEqualTo(50);
        assertThat(edit("\"1\"").body("{}").post(path + "/rotate").statusCode()).isEqualTo(412);
        assertThat(edit("\"1\"")
                        .body("{\"documents\":[]}")
                        .put(path + "/documents")
                        .statusCode())
                .isEqualTo(412);
        assertThat(edit("\"2\"")
                        .body("{\"documents\":[]}")
                        .put(path + "/documents")
                        .header("ETag"))
                .isEqualTo("\"3\"");
        assertThat(edit("some").delete(path).statusCode()).isEqualTo(400);
        assertThat(edit("\"2\"").delete(path).statusCode()).isEqualTo(412);
        assertThat(edit("\"3\"").delete(path).statusCode()).isEqualTo(204);
        assertThat(admin().get("/v1/keys/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static RequestSpecification edit(String ifMatch) {
        return admin().contentType("application/json").header("If-Match", ifMatch);
    }

    @Test
    void a_key_can_have_a_limit_of_its_own_which_rest_and_graphql_share() {
        Response made = admin().contentType("application/json")
                .body("{\"label\":\"slow\",\"scopes\":[\"read\"],\"costPerMinute\":30}")
                .post("/v1/keys");
        assertThat(made.jsonPath().getInt("costPerMinute")).isEqualTo(30);
        String token = made.jsonPath().getString("token");
        Upstream.EVENTS.fault("/v1/statements/query", 200, "{\"items\":[],\"hasNext\":false,\"hasPrevious\":false}", 0);
        Response first = given().header("Authorization", "Bearer " + token).get("/v1/statements");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit")).startsWith("\"cost\";r=10;");
        Response second = given().header("Authorization", "Bearer " + token).get("/v1/statements");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.jsonPath().getString("code")).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 60);

        admin().contentType("application/json")
                .body("{\"costPerMinute\":null}")
                .patch("/v1/keys/" + made.jsonPath().getString("id"));
        assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/v1/statements")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin().contentType("application/json")
                        .body("{\"label\":\"x\",\"scopes\":[\"read\"],\"costPerMinute\":0}")
                        .post("/v1/keys")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_expired_key_is_refused() throws Exception {
        Response made = create("old", List.of("read"), 1);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update access_key set expires_at = now() - interval '1 second' where id = ?::uuid")) {
            update.setString(1, made.jsonPath().getString("id"));
            update.executeUpdate();
        }
        assertThat(graphql(made.jsonPath().getString("token"), "{__typename}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void its_last_use_is_noted() {
        Response made = create("noted", List.of("read"), null);
        graphql(made.jsonPath().getString("token"), "{__typename}");
        String used = admin().get("/v1/keys").jsonPath().getString("items.find {it.label == 'noted'}.lastUsedAt");
        assertThat(used).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\":[\"read\"]} | label",
                "{\"label\":\" \",\"scopes\":[\"read\"]} | label",
                "{\"label\":\"x\"} | scopes",
                "{\"label\":\"x\",\"scopes\":[]} | scopes",
                "{\"label\":\"x\",\"scopes\":[\"root\"]} | scopes",
                "{\"label\":\"x\",\"scopes\":[\"read\"],\"expiresInDays\":0} | expiresInDays",
                "{\"label\":\"x\",\"scopes\":[\"read\"],\"expires\":1} | expires",
            })
    void a_bad_wish_is_refused_naming_the_member(String body, String member) {
        Response refused = admin().contentType("application/json").body(body).post("/v1/keys");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.jsonPath().getString("detail")).contains(member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer",
                "Bearer parley_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void keys_are_for_those_with_a_good_one(String authorization) {
        var request = given();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        Response refused = request.get("/v1/keys");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void revoking_what_is_not_there_is_404() {
        assertThat(admin().delete("/v1/keys/0199f3c4-8f4e-7b1a-9c55-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin().delete("/v1/keys/nonsense").statusCode()).isEqualTo(404);
    }

    private static Response create(String label, List<String> scopes, Integer days) {
        return admin().contentType("application/json")
                .body(
                        days == null
                                ? Map.of("label", label, "scopes", scopes)
                                : Map.of("label", label, "scopes", scopes, "expiresInDays", days))
                .post("/v1/keys");
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return given().header("Authorization", FirstKey.bearer());
    }

    private static Response graphql(String token, String document) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql");
    }
}

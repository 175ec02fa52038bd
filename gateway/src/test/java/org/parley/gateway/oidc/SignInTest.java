package org.parley.gateway.oidc;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** Signing in with a provider: what it signed for this sign-in counts, and nothing else. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class SignInTest extends GatewayTest {

    private static final String SESSION = "parley_session";
    private static final String BEGUN = "parley_sign_in";

    private final String issuer = ConfigProvider.getConfig().getValue("parley.oidc.issuer", String.class);

    /** A sign-in as far as the browser knows of it. */
    private record Begun(Map<String, String> asked, String cookie) {}

    @Test
    void who_comes_back_with_what_the_provider_signed_is_signed_in() {
        Begun begun = begin("/proposals?first=5");
        assertThat(begun.asked()).containsEntry("response_type", "code").containsEntry("scope", "openid email profile");
        assertThat(begun.asked()).containsEntry("client_id", TestIssuer.CLIENT).containsEntry("tenant", "1");
        Response back = back(begun, claims(begun));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).endsWith("/proposals?first=5");
        String cookies = String.join("\n", back.headers().getValues("Set-Cookie"));
        assertThat(cookies).contains("HttpOnly", "SameSite=Strict", "Max-Age=43200");
        JsonPath who = as(back.cookie(SESSION)).get("/console/session").jsonPath();
        assertThat(who.getString("label")).isEqualTo("anna@example.org");
        assertThat(who.getList("scopes")).containsExactly("read", "review");
        assertThat(who.getString("provider")).isEqualTo("Example");
    }

    @Test
    void services_are_told_who_it_is() {
        String session = back(begin("/"), Map.of("realm", Map.of("roles", List.of("parley admins"))))
                .cookie(SESSION);
        assertThat(as(session).get("/v1/keys").statusCode()).isEqualTo(200);
        as(session).contentType("application/json").body("{}").post("/v1/audit/query");
        String sent = Upstream.SOURCES.calls().get(0).get("headers").toString();
        String token = sent.replaceAll("(?s).*Bearer [^.]+\\.([^.]+)\\..*", "$1");
        assertThat(new String(Base64.getUrlDecoder().decode(token), UTF_8))
                .contains("\"sub\":\"person:anna@example.org\"");
    }

    @Test
    void signing_out_ends_the_session() {
        String session = back(begin("/"), Map.of()).cookie(SESSION);
        assertThat(as(session).delete("/console/session").statusCode()).isEqualTo(200);
        assertThat(as(session).get("/v1/statements").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "nonce, of another sign-in",
        "iss, https://other.example",
        "aud, another client",
        "exp, 1700000000",
        "key, never published",
        "sub, ''"
    })
    void a_token_that_was_not_made_for_this_sign_in_is_refused(String claim, String value) {
        Response answer = back(begin("/"), Map.of(claim, claim.equals("exp") ? Long.parseLong(value) : value));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.asString()).contains("does not prove who you are");
        assertThat(answer.cookie(SESSION)).isNull();
    }

    @Test
    void what_the_provider_tells_of_somebody_else_is_refused() {
        Begun begun = begin("/");
        Map<String, Object> claims = claims(begun);
        claims.remove("email");
        assertThat(back(begun, claims).statusCode()).isEqualTo(401);
    }

    @Test
    void an_answer_to_a_sign_in_that_another_browser_began_is_refused() {
        Begun mine = begin("/");
        Begun theirs = begin("/");
        Response mixed = callback(new Begun(theirs.asked(), mine.cookie()), code(claims(theirs)));
        assertThat(mixed.statusCode()).isEqualTo(400);
        assertThat(mixed.asString()).contains("belongs to another sign-in");
        Response none = callback(new Begun(theirs.asked(), null), code(claims(theirs)));
        assertThat(none.statusCode()).isEqualTo(400);
        Response forged = callback(new Begun(theirs.asked(), "x".repeat(200)), code(claims(theirs)));
        assertThat(forged.statusCode()).isEqualTo(400);
    }

    @Test
    void an_answer_in_the_name_of_another_issuer_is_refused() {
        Begun begun = begin("/");
        Response answer = browser(begun.cookie())
                .queryParam("state", begun.asked().get("state"))
                .queryParam("iss", "https://other.example")
                .queryParam("code", code(claims(begun)))
                .get("/console/oidc/callback");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void who_may_do_nothing_is_told_whom_to_ask() {
        Response answer = back(begin("/"), Map.of("realm", Map.of("roles", List.of("readers"))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("anna@example.org", "realm.roles");
        assertThat(answer.cookie(SESSION)).isNull();
    }

    @Test
    void names_are_text_and_addresses_nobody_proved_are_no_names() {
        Response markup = back(begin("/"), Map.of("email", "<img src=x>", "realm", Map.of("roles", List.of())));
        assertThat(markup.asString()).contains("&lt;img src=x&gt;").doesNotContain("<img");
        String unproven = back(begin("/"), Map.of("email_verified", false)).cookie(SESSION);
        assertThat(as(unproven).get("/console/session").jsonPath().getString("label"))
                .isEqualTo("user-1");
    }

    @Test
    void who_turns_back_at_the_provider_is_told_so() {
        Begun begun = begin("/");
        Response answer = browser(begun.cookie())
                .queryParam("state", begun.asked().get("state"))
                .queryParam("error", "access_denied")
                .get("/console/oidc/callback");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_is_sent_out_of_the_console() {
        for (String then : List.of("https://other.example/", "//other.example", "/\\other.example")) {
            assertThat(URI.create(back(begin(then), Map.of()).header("Location"))
                            .getPath())
                    .isEqualTo("/");
        }
    }

    @Test
    void keys_may_change() throws InterruptedException {
        assertThat(back(begin("/"), Map.of()).statusCode()).isEqualTo(303);
        given().get(issuer + "/_publish?id=second");
        Response answer = back(begin("/"), Map.of("key", "second"));
        for (int i = 0; i < 30 && answer.statusCode() != 303; i++) {
            Thread.sleep(500);
            answer = back(begin("/"), Map.of("key", "second"));
        }
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void a_provider_that_is_away_is_no_way_in() {
        Begun begun = begin("/");
        given().get(issuer + "/_down?is=true");
        try {
            Response answer = callback(begun, code(claims(begun)));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString()).contains("sign in with a key");
        } finally {
            given().get(issuer + "/_down?is=false");
        }
    }

    @Test
    void an_access_token_for_this_audience_is_as_good_as_a_key() {
        Map<String, Object> claims = claims(begin("/"));
        assertThat(bearer(claims).statusCode()).isEqualTo(401);
        claims.put("aud", TestIssuer.AUDIENCE);
        assertThat(bearer(claims).statusCode()).isEqualTo(403);
        claims.put("realm", Map.of("roles", List.of("parley admins")));
        assertThat(bearer(claims).statusCode()).isEqualTo(200);
        claims.put("exp", 1_700_000_000);
        assertThat(bearer(claims).statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer a.b.c")
                        .get("/v1/keys")
                        .statusCode())
                .isEqualTo(401);
    }

    private Response bearer(Map<String, Object> claims) {
        String token = given().queryParam("claims", text(claims))
                .get(issuer + "/_signed")
                .asString();
        return given().header("Authorization", "Bearer " + token).get("/v1/keys");
    }

    private Begun begin(String then) {
        Response start =
                given().redirects().follow(false).queryParam("then", then).get("/console/oidc/start");
        assertThat(start.statusCode()).as(start.asString()).isEqualTo(303);
        assertThat(start.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/console/oidc");
        Map<String, String> asked = Arrays.stream(
                        URI.create(start.header("Location")).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        return new Begun(asked, start.cookie(BEGUN));
    }

    private Map<String, Object> claims(Begun begun) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", TestIssuer.CLIENT);
        claims.put("sub", "user-1");
        claims.put("email", "anna@example.org");
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        claims.put("nonce", begun.asked().get("nonce"));
        claims.put("realm", Map.of("roles", List.of("editors", "others")));
        claims.put("challenge", begun.asked().get("code_challenge"));
        claims.put("redirect", begun.asked().get("redirect_uri"));
        return claims;
    }

    private Response back(Begun begun, Map<String, Object> told) {
        Map<String, Object> claims = told.containsKey("iss") && told.containsKey("nonce") ? told : claims(begun);
        claims.putAll(told);
        return callback(begun, code(claims));
    }

    private static Response callback(Begun begun, String code) {
        return browser(begun.cookie())
                .queryParam("state", begun.asked().get("state"))
                .queryParam("code", code)
                .get("/console/oidc/callback");
    }

    private static io.restassured.specification.RequestSpecification browser(String cookie) {
        var request = given().redirects().follow(false);
        return cookie == null ? request : request.cookie(BEGUN, cookie);
    }

    private static io.restassured.specification.RequestSpecification as(String session) {
        return given().cookie(SESSION, session).header("X-Parley-Console", "1");
    }

    private static String code(Map<String, Object> claims) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text(claims).getBytes(UTF_8));
    }

    private static String text(Map<String, Object> claims) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(claims)
                .toString();
    }
}

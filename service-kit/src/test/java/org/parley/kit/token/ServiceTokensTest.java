package org.parley.kit.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;
import org.parley.testkit.TestTokens;
import org.parley.testkit.TokenKeys;

@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceTokensTest {

    private static final Duration GOOD = Duration.ofMinutes(5);

    @Inject
    ServiceTokens tokens;

    @Test
    void a_trusted_peer_gets_the_scopes_it_asks_for() {
        asks(TestTokens.bearer("sources", "read", "admin")).statusCode(200).body(equalTo("admin,read"));
    }

    @Test
    void a_scope_beyond_what_the_peer_may_ask_for_is_dropped() {
        asks(TestTokens.bearerFrom("events", "sources", "read", "admin", "review"))
                .statusCode(200)
                .body(equalTo("read"));
        asks(TestTokens.bearerFrom("events", "sources", "admin"))
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void nothing_else_is_trusted() {
        refused(TestTokens.token("test", "test", "sources", Duration.ofMinutes(-5), "read"));
        refused(TestTokens.token("test", "test", "events", GOOD, "read"));
        refused(TestTokens.token("test", "test", "sources", Duration.ofHours(2), "read"));
        refused(TestTokens.token("test", "stranger", "sources", GOOD, "read"));
        refused(TestTokens.token("stranger", "stranger", "sources", GOOD, "read"));
        refused("not.a.token");
        refused(unsigned(TestTokens.token("test", "test", "sources", GOOD, "read")));
        given().get("/who-am-i").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_token_that_was_good_is_still_checked_when_it_is_changed() {
        String token = TestTokens.token("test", "test", "sources", GOOD, "read");
        asks("Bearer " + token).statusCode(200);
        asks("Bearer " + token).statusCode(200);
        refused(token.substring(0, token.length() - 6) + "AAAAAA");
    }

    @Test
    void our_own_tokens_hold_for_their_audience_only_and_are_used_again() throws Exception {
        String token = tokens.tokenFor("events", "key-7", Set.of("read", "feed"));

        var claims = TrustedPeer.of("sources", new Known("sources"), "events").claimsOf(token);
        assertThat(claims.getSubject()).isEqualTo("key-7");
        assertThat(claims.getStringListClaimValue("groups")).containsExactlyInAnyOrder("read", "feed");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(300);
        assertThat(tokens.tokenFor("events", "key-7", Set.of("feed", "read"))).isEqualTo(token);
        assertThat(tokens.tokenFor("events", "key-8", Set.of("feed", "read"))).isNotEqualTo(token);
    }

    private record Known(String name) implements TokenConfig.Peer {
        @Override
        public Path publicKey() {
            return TokenKeys.publicKey(name);
        }

        @Override
        public Optional<Set<String>> scopes() {
            return Optional.of(Set.of("read", "feed"));
        }
    }

    private static String unsigned(String token) {
        String header = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    private static void refused(String token) {
        asks("Bearer " + token).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    private static ValidatableResponse asks(String authorization) {
        return given().header("Authorization", authorization).get("/who-am-i").then();
    }
}

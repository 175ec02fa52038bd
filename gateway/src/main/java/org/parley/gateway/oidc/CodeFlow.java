package org.parley.gateway.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.parley.gateway.key.Holder;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Signing in by the authorization code flow with PKCE (RFC 6749, RFC 7636, OpenID Connect Core). */
@Singleton
class CodeFlow {

    private static final Logger LOG = Logger.getLogger(CodeFlow.class);
    private static final int MOST_BYTES = 200_000;

    private final OidcConfig config;
    private final Client client;
    private final Provider provider;
    private final Tokens tokens;
    private final People people;

    CodeFlow(OidcConfig config, Client client, Provider provider, Tokens tokens, People people) {
        this.config = config;
        this.client = client;
        this.provider = provider;
        this.tokens = tokens;
        this.people = people;
    }

    private Client.Registered us() {
        return client.registered()
                .orElseThrow(
                        () -> ProblemException.notFound("People sign in with keys here: no provider is configured."));
    }

    /** Where to send somebody to sign in. */
    URI begin(Attempt attempt) {
        Client.Registered us = us();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", us.id());
        asked.put("redirect_uri", attempt.redirect());
        asked.put("scope", String.join(" ", config.ask()));
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", attempt.challenge());
        asked.put("code_challenge_method", "S256");
        String address = provider.address("authorization_endpoint");
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(asked));
    }

    /**
     * Who came back.
     *
     * @param issuer who says to have answered; null if it does not say (RFC 9207)
     * @param error why there is no code
     */
    Holder finish(Attempt attempt, String issuer, String code, String error) {
        Client.Registered us = us();
        if (issuer == null
                ? provider.description()
                        .path("authorization_response_iss_parameter_supported")
                        .asBoolean()
                : !issuer.equals(us.issuer().toString())) {
            throw refused("the answer came from " + issuer);
        }
        if (error != null || code == null) {
            LOG.infof("The provider let nobody in: %s", error);
            throw new ProblemException(
                    ErrorCode.FORBIDDEN,
                    "The provider let you not in, or you turned back. Begin anew if you meant to.");
        }
        JsonNode answer = exchanged(us, attempt, code);
        if (!answer.path("id_token").isTextual()) {
            throw refused("the code was not taken: " + answer.path("error").asText("no ID token"));
        }
        JsonNode claims = verified(us, answer.path("id_token").asText());
        if (!attempt.nonce().equals(claims.path("nonce").asText())) {
            throw refused("the token was made for another sign-in");
        }
        if (claims.path("aud").size() > 1 && !us.id().equals(claims.path("azp").asText())) {
            throw refused("the token was made for another party");
        }
        return people.person(
                people.lacks(claims)
                        ? completed(claims, answer.path("access_token").asText(""))
                        : claims);
    }

    private JsonNode exchanged(Client.Registered us, Attempt attempt, String code) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("grant_type", "authorization_code");
        asked.put("code", code);
        asked.put("redirect_uri", attempt.redirect());
        asked.put("code_verifier", attempt.verifier());
        String authorization = null;
        if (takesBasic()) {
            String both = encoded(us.id()) + ":" + encoded(us.secret());
            authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
        } else {
            asked.put("client_id", us.id());
            asked.put("client_secret", us.secret());
        }
        return provider.ask(OutboundRequest.post(
                        provider.address("token_endpoint"), form(asked).getBytes(UTF_8), MOST_BYTES)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Authorization", authorization));
    }

    private boolean takesBasic() {
        JsonNode ways = provider.description().path("token_endpoint_auth_methods_supported");
        return ways.isMissingNode() || ways.toString().contains("\"client_secret_basic\"");
    }

    private JsonNode verified(Client.Registered us, String token) {
        try {
            return tokens.claims(token, us.id());
        } catch (InvalidJwtException e) {
            throw refused(e.getMessage());
        }
    }

    /** Some providers put into a token no more than who it is, and tell the rest when asked. */
    private JsonNode completed(JsonNode claims, String access) {
        if (access.isEmpty() || !provider.description().has("userinfo_endpoint")) {
            return claims;
        }
        JsonNode told = provider.ask(OutboundRequest.get(provider.address("userinfo_endpoint"), MOST_BYTES)
                .with("Authorization", "Bearer " + access));
        if (!told.path("sub").equals(claims.path("sub"))) {
            throw refused("it told of somebody else than who signed in");
        }
        return ((ObjectNode) told).setAll((ObjectNode) claims);
    }

    /** What went wrong is for the log: it may help those who try to get in. */
    private static ProblemException refused(String why) {
        LOG.warnf("An answer of the OpenID provider was refused: %s", why);
        return new ProblemException(
                ErrorCode.UNAUTHENTICATED, "What the provider answered does not prove who you are. Begin anew.");
    }

    private static String form(Map<String, String> asked) {
        return asked.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

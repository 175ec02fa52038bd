package org.parley.gateway.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.kit.outbound.OutboundSettings;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** The provider itself: where it does what, and what it signs with. Asked when first needed, and again now and then. */
@Singleton
class Provider {

    private static final Logger LOG = Logger.getLogger(Provider.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    /** Tokens with keys nobody knows must not become requests to the provider, nor must its being away. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 1_000_000;

    private final Client.Registered us;
    private final OutboundHttp http;
    private final ObjectMapper json;
    private final Clock clock;
    private Known known;
    private Instant asked = Instant.MIN;

    Provider(Client client, OutboundSettings outbound, ObjectMapper json, Clock clock) {
        this.us = client.registered().orElse(null);
        this.http = us == null ? null : ProviderOutbound.to(us.issuer(), outbound);
        this.json = json;
        this.clock = clock;
    }

    /** What the provider said of itself. */
    private record Known(JsonNode description, List<JsonWebKey> keys, Instant since) {}

    /**
     * An address from the provider's description, such as {@code token_endpoint}.
     *
     * @throws ProblemException if the provider is away or has none
     */
    String address(String name) {
        String address = description().path(name).asText("");
        if (address.isEmpty()) {
            throw away("its description has no " + name);
        }
        return address;
    }

    /** The provider's description of itself. */
    JsonNode description() {
        return known(Instant.MIN).description();
    }

    /** The keys it signs with now. */
    List<JsonWebKey> keys() {
        return known(Instant.MIN).keys();
    }

    /** The keys it signs with, asked for anew unless that was done just now: for a token whose key is not known. */
    List<JsonWebKey> freshKeys() {
        return known(clock.instant()).keys();
    }

    private synchronized Known known(Instant notBefore) {
        Instant now = clock.instant();
        boolean old = known == null
                || known.since().isBefore(notBefore)
                || known.since().isBefore(now.minus(KNOWN_FOR));
        if (old && asked.isBefore(now.minus(ASKED_EVERY))) {
            asked = now;
            try {
                JsonNode description = described();
                known = new Known(
                        description, signingKeys(description.path("jwks_uri").asText()), now);
            } catch (ProblemException e) {
                // Those who are signed in stay so, and what was known serves on.
                if (known == null) {
                    throw e;
                }
            }
        }
        if (known == null) {
            throw away("it did not answer just now");
        }
        return known;
    }

    private JsonNode described() {
        String issuer = us.issuer().toString();
        String below = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode description = ask(OutboundRequest.get(below + "/.well-known/openid-configuration", MOST_BYTES));
        if (!issuer.equals(description.path("issuer").asText())) {
            throw away("it calls itself " + description.path("issuer").asText() + ", not " + issuer);
        }
        return description;
    }

    private List<JsonWebKey> signingKeys(String address) {
        try {
            return new JsonWebKeySet(
                            ask(OutboundRequest.get(address, MOST_BYTES)).toString())
                    .getJsonWebKeys();
        } catch (JoseException e) {
            throw away("its keys cannot be read: " + e.getMessage());
        }
    }

    /** Asks the provider for JSON. A refusal of a code comes back as what it says, an object with {@code error}. */
    JsonNode ask(OutboundRequest request) {
        try {
            OutboundAnswer answer = http.send(request.with("Accept", "application/json"));
            JsonNode told = json.readTree(new String(answer.body(), StandardCharsets.UTF_8));
            if (told != null && told.isObject() && (answer.status() == 200 || told.has("error"))) {
                return told;
            }
            throw away(URI.create(request.url()).getPath() + " answered " + answer.status());
        } catch (OutboundException | IOException e) {
            throw away(e.getMessage());
        }
    }

    /** How the provider's being away or broken is told; why, only to the log. */
    private ProblemException away(String why) {
        LOG.warnf("The OpenID provider %s cannot be used: %s", us.issuer(), why);
        return new ProblemException(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "The provider you sign in with cannot be used just now. Try again shortly, or sign in with a key.");
    }

    @PreDestroy
    void close() throws IOException {
        if (http != null) {
            http.close();
        }
    }
}

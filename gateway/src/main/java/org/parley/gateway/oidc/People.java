package org.parley.gateway.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.gateway.key.Holder;
import org.parley.gateway.key.Scope;

/** Who people are and what they may do, by what the provider claims of them. */
@Singleton
public class People {

    private final OidcConfig config;
    private final Client client;

    People(OidcConfig config, Client client) {
        this.config = config;
        this.client = client;
    }

    /** What the provider people may sign in with is called; empty where none is configured. */
    public Optional<String> provider() {
        return client.registered().map(us -> config.name().orElse(us.issuer().getHost()));
    }

    /** Whether something that {@link #person} needs is not among these claims. */
    boolean lacks(JsonNode claims) {
        return at(claims, config.scopesClaim()).isMissingNode()
                || at(claims, config.nameClaim()).isMissingNode();
    }

    /** The person of these claims; may do nothing if no value of the claim is mapped. */
    Holder person(JsonNode claims) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        values(at(claims, config.scopesClaim()))
                .forEach(value -> scopes.addAll(config.scopes().getOrDefault(value, Set.of())));
        return Holder.person(name(claims), scopes);
    }

    /** An address somebody has not shown to be his names nobody. */
    private String name(JsonNode claims) {
        boolean unproven = config.nameClaim().equals("email")
                && !claims.path("email_verified").asBoolean(true);
        String name = unproven ? "" : at(claims, config.nameClaim()).asText("");
        return name.isBlank() ? claims.path("sub").asText() : name;
    }

    /** Names of claims may be addresses, so a name is looked for as it stands first. */
    private static JsonNode at(JsonNode claims, String name) {
        if (claims.has(name)) {
            return claims.path(name);
        }
        JsonNode place = claims;
        for (String step : name.split("\\.")) {
            place = place.path(step);
        }
        return place;
    }

    private static Stream<String> values(JsonNode claim) {
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false).map(JsonNode::asText)
                : Arrays.stream(claim.asText("").split("[\\s,]+"));
    }
}

package org.parley.gateway.key;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who asks and what he may do: the holder of a key that is good, or a person that a provider vouches for.
 *
 * @param name what services and the audit know him by: a key's id, or {@code person:} and what the provider calls him
 * @param label what people call him
 * @param expiresAt null if the key does not expire
 * @param costPerMinute what may be asked for, or null for what the installation says
 * @param documents the only ones that may be asked for, by hash; empty for any
 */
public record Holder(
        String name,
        String label,
        Set<Scope> scopes,
        Instant expiresAt,
        Integer costPerMinute,
        Map<String, String> documents) {

    private static final String PERSON = "person:";

    /** A person; the prefix keeps him from being taken for a key, or for nobody. */
    public static Holder person(String label, Set<Scope> scopes) {
        return new Holder(PERSON + label, label, scopes, null, null, Map.of());
    }

    /** The scopes become roles. */
    public SecurityIdentity identity() {
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name));
        scopes.forEach(scope -> identity.addRole(scope.text()));
        if (costPerMinute != null) {
            identity.addAttribute(KeyAuthentication.COST_PER_MINUTE, costPerMinute);
        }
        if (!documents.isEmpty()) {
            identity.addAttribute(KeyAuthentication.DOCUMENTS, documents);
        }
        return identity.build();
    }
}

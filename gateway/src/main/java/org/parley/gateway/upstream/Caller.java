package org.parley.gateway.upstream;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks, as the services are told: the id of a key or {@code anonymous}, and what it may do.
 *
 * @param subject the key's id, or {@code anonymous}
 * @param scopes its scopes
 */
public record Caller(String subject, Set<String> scopes) {

    /** The caller behind a request's identity. */
    public static Caller of(SecurityIdentity identity) {
        return new Caller(
                identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName(),
                new TreeSet<>(identity.getRoles()));
    }
}

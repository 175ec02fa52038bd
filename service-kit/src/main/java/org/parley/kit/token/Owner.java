package org.parley.kit.token;

import io.quarkus.security.identity.SecurityIdentity;

/** Whose rows a caller may see, where each has their own. */
public final class Owner {

    private Owner() {}

    /** The caller's name; null for everybody's, which administrators see. */
    public static String of(SecurityIdentity identity) {
        return identity.hasRole("admin") ? null : identity.getPrincipal().getName();
    }
}

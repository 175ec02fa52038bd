package org.parley.gateway.oidc;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.gateway.key.Bind;

/** What this installation is to the provider, checked when it starts; absent where no provider is configured. */
@Singleton
class Client {

    private final Optional<Registered> registered;

    /**
     * How the provider knows this installation.
     *
     * @param secret what the two share
     */
    record Registered(URI issuer, String id, String secret) {}

    Client(OidcConfig config) {
        long given = Stream.of(config.issuer(), config.clientId(), config.clientSecretFile())
                .filter(Optional::isPresent)
                .count();
        if (given == 1 || given == 2) {
            throw new IllegalStateException("signing in with OpenID takes parley.oidc.issuer, parley.oidc.client-id and"
                    + " parley.oidc.client-secret-file: set all three or none");
        }
        this.registered = config.issuer().map(issuer -> registered(issuer, config));
    }

    Optional<Registered> registered() {
        return registered;
    }

    private static Registered registered(URI issuer, OidcConfig config) {
        if (!isSafe(issuer)) {
            throw new IllegalStateException(
                    "parley.oidc.issuer has to begin with https://, or be on this machine, and is " + issuer);
        }
        if (config.scopes().isEmpty()) {
            throw new IllegalStateException(
                    "nobody could do anything: set parley.oidc.scopes.VALUE=read,... for a value" + " of the claim "
                            + config.scopesClaim());
        }
        String id = config.clientId().orElseThrow();
        if (config.audience().filter(id::equals).isPresent()) {
            // Else what tells a console who somebody is would also be good as a key.
            throw new IllegalStateException("parley.oidc.audience has to differ from parley.oidc.client-id");
        }
        return new Registered(issuer, id, read(config.clientSecretFile().orElseThrow()));
    }

    private static boolean isSafe(URI issuer) {
        return issuer.getHost() != null
                && ("https".equals(issuer.getScheme())
                        || "http".equals(issuer.getScheme()) && Bind.isLoopback(issuer.getHost()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("parley.oidc.client-secret-file " + file + " cannot be read", e);
        }
    }
}

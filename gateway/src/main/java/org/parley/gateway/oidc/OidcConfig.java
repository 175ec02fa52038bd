package org.parley.gateway.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.gateway.key.Scope;

/** An OpenID provider that people may sign in with. Off unless its first three are set. */
@ConfigMapping(prefix = "parley.oidc")
interface OidcConfig {

    /** The provider's issuer, below which {@code /.well-known/openid-configuration} is found. */
    Optional<URI> issuer();

    /** What this installation is called there. */
    Optional<String> clientId();

    /** A file that holds the secret it shares with the provider. */
    Optional<Path> clientSecretFile();

    /** What the console calls the provider; without it, the issuer's host. */
    Optional<String> name();

    /** The claim that says what people may do: a name, or the way to it, with dots. */
    @WithDefault("groups")
    String scopesClaim();

    /** Which scopes a value of that claim gives. */
    Map<String, Set<Scope>> scopes();

    /** The claim people are called by, here and in the audit; {@code sub} where a token has no such claim. */
    @WithDefault("email")
    String nameClaim();

    /** What the provider is asked to tell of people. */
    @WithDefault("openid,email,profile")
    List<String> ask();

    /** Whom access tokens have to be for that are taken in place of keys; without it none are taken. */
    Optional<String> audience();

    /** How long people stay signed in, and so how long what changes at the provider can take to hold here. */
    @WithDefault("12h")
    Duration session();
}

package org.parley.kit.token;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose tokens this service takes, and what it signs its own with. */
@ConfigMapping(prefix = "parley.token")
interface TokenConfig {

    /** The file with this service's own key, PKCS#8 in PEM; needed by a service that calls others. */
    Optional<Path> privateKey();

    /** The services that may call this one, by name. */
    Map<String, Peer> trusted();

    interface Peer {

        /** The file with the peer's public key, PEM. */
        Path publicKey();

        /** The most that the peer can ask for; any other scope in its tokens is dropped. */
        Optional<Set<String>> scopes();
    }
}

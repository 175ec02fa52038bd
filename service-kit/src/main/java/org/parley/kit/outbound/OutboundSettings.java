package org.parley.kit.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What requests to the outside may do. */
@ConfigMapping(prefix = "parley.outbound")
public interface OutboundSettings {

    /** Hosts that may be asked although their address is not public, each as {@code host:port}. */
    Optional<Set<String>> allow();

    /** The ports that may be asked. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /** A proxy for all of it, as {@code http://host:port}. */
    Optional<URI> proxy();

    /** How long connecting, or waiting for the next byte, may take. */
    @WithDefault("10s")
    Duration idleLimit();

    /** How long a request may take in all, redirects included. */
    @WithDefault("30s")
    Duration totalLimit();

    /** How we say who asks; name an address where you can be reached. */
    @WithDefault("Parley/0.1 (news archive; contact the operator of this installation)")
    String userAgent();
}

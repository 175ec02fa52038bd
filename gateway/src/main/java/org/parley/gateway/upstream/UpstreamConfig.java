package org.parley.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits for the services. */
@ConfigMapping(prefix = "parley.upstream")
public interface UpstreamConfig {

    /** How long one call may take. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a service that failed is left alone before it is tried again. */
    @WithDefault("2s")
    Duration breakerDelay();

    /** How long one request for changes waits for them. */
    @WithDefault("25s")
    Duration feedWait();
}

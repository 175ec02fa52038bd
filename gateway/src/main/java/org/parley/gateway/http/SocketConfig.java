package org.parley.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway has patience with sockets. */
@ConfigMapping(prefix = "parley.socket")
interface SocketConfig {

    /** How long a client may take for its first message. */
    @WithDefault("5s")
    Duration initTimeout();

    /** How often the client is asked whether it is there; one that did not answer by the next time is dropped. */
    @WithDefault("20s")
    Duration beat();
}

package org.parley.events.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the feed of sources-service is followed. */
@ConfigMapping(prefix = "parley.follow")
interface FollowConfig {

    /** False on replicas that shall only read and extract. */
    @WithDefault("true")
    boolean enabled();

    /** Seconds that one request waits for a change. */
    @WithDefault("20")
    int waitSeconds();
}

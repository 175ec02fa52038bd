package org.parley.events.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How webhooks are sent. */
@ConfigMapping(prefix = "parley.webhooks")
interface WebhookConfig {

    /** False on replicas that shall send none. */
    @WithDefault("true")
    boolean enabled();

    /** The pauses before the second attempt, the third, and so on; then a delivery has failed. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retryAfter();

    /** An endpoint that nothing has reached for this long is disabled, with a notice. */
    @WithDefault("5d")
    Duration disableAfter();

    /** How long an attempt may stay unaccounted for until it counts as lost, say with its process. */
    @WithDefault("90s")
    Duration lease();

    /** How long the log keeps deliveries that arrived. Failed ones stay until somebody has seen to them. */
    @WithDefault("30d")
    Duration keepDelivered();
}

package org.parley.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How much may be asked for in a time. */
@ConfigMapping(prefix = "parley.rate-limit")
interface RateConfig {

    /**
     * Cost of operations that one key, or one address without a key, may ask for in a minute. When not set: a million, or
     * as much as one likes on a loopback bind.
     */
    OptionalInt costPerMinute();
}

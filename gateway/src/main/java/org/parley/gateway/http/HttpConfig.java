package org.parley.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a GraphQL request over HTTP may take. */
@ConfigMapping(prefix = "parley.graphql")
interface HttpConfig {

    /** Bytes of a body. */
    @WithDefault("262144")
    long maxBody();

    /** How long a client may take to send its body. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** How long an operation may take, however many services it asks. */
    @WithDefault("20s")
    Duration deadline();

    /** The scope that asking for the schema takes. */
    @WithDefault("read")
    String introspection();
}

package org.parley.kit.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings as a test wants them. */
record OutboundTestSettings(
        Optional<Set<String>> allow, Set<Integer> ports, Optional<URI> proxy, Duration idleLimit, Duration totalLimit)
        implements OutboundSettings {

    /** Nothing but the public internet, any of these ports. */
    static OutboundTestSettings closed(Integer... ports) {
        return new OutboundTestSettings(
                Optional.empty(), Set.of(ports), Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    OutboundTestSettings open(String... hosts) {
        return new OutboundTestSettings(Optional.of(Set.of(hosts)), ports, proxy, idleLimit, totalLimit);
    }

    OutboundTestSettings through(String proxyUrl) {
        return new OutboundTestSettings(allow, ports, Optional.of(URI.create(proxyUrl)), idleLimit, totalLimit);
    }

    @Override
    public String userAgent() {
        return "Parley test";
    }
}

package org.parley.events.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundSettings;

/**
 * The way to the other engine and nowhere else: whoever configures its address vouches for it, so it may stand in our own
 * network, and a model may take longer to answer than a web page.
 */
record ChatOutbound(Optional<Set<String>> allow, Set<Integer> ports, Duration totalLimit) implements OutboundSettings {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException if the address is none */
    static OutboundHttp to(String url, Duration timeout) {
        URI address = URI.create(url);
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "parley.other-engine.url has to be an address such as http://127.0.0.1:11434/v1, not " + url);
        }
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return new OutboundHttp(
                new ChatOutbound(Optional.of(Set.of(address.getHost() + ":" + port)), Set.of(port), timeout));
    }

    @Override
    public Optional<URI> proxy() {
        return Optional.empty();
    }

    @Override
    public Duration idleLimit() {
        return totalLimit;
    }

    @Override
    public String userAgent() {
        return "Parley/0.1";
    }
}

package org.parley.gateway.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundSettings;

/**
 * The way to the provider: whoever configures the issuer vouches for its host, so that may stand in our own network.
 * Other hosts that its description names have to be public, or allowed by {@code parley.outbound.allow}.
 */
record ProviderOutbound(OutboundSettings usual, String host, int port) implements OutboundSettings {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static OutboundHttp to(URI issuer, OutboundSettings usual) {
        int standard = "https".equalsIgnoreCase(issuer.getScheme()) ? HTTPS : HTTP;
        int port = issuer.getPort() < 0 ? standard : issuer.getPort();
        return new OutboundHttp(new ProviderOutbound(usual, issuer.getHost(), port));
    }

    @Override
    public Optional<Set<String>> allow() {
        Set<String> open = new HashSet<>(usual.allow().orElse(Set.of()));
        open.add(host + ":" + port);
        return Optional.of(open);
    }

    @Override
    public Set<Integer> ports() {
        return usual.ports();
    }

    @Override
    public Optional<URI> proxy() {
        return usual.proxy();
    }

    @Override
    public Duration idleLimit() {
        return PATIENCE;
    }

    @Override
    public Duration totalLimit() {
        return PATIENCE;
    }

    @Override
    public String userAgent() {
        return usual.userAgent();
    }
}

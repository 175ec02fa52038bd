package org.parley.events.sources;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.parley.kit.token.ServiceTokens;

/** Shows sources-service who calls: this service, which may follow the feed and read articles. */
class SourcesToken implements ClientRequestFilter {

    private static final Set<String> SCOPES = Set.of("read", "feed");

    private final ServiceTokens tokens;

    SourcesToken(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.tokenFor("sources", "events", SCOPES));
    }
}

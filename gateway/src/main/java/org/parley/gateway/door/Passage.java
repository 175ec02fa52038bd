package org.parley.gateway.door;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import org.parley.gateway.key.KeyAuthentication;

/**
 * What is passed through to a service, and which role it needs.
 *
 * @param roles any one of them will do
 */
record Passage(HttpMethod method, String path, String service, Set<String> roles) {

    /** Everything public that is not served here. What is not in this list cannot be reached from outside. */
    static final Set<Passage> ALL = Set.of(
            new Passage(HttpMethod.POST, "/v1/articles", "sources", Set.of("admin")),
            new Passage(HttpMethod.POST, "/v1/articles/bulk", "sources", Set.of("admin")),
            new Passage(HttpMethod.POST, "/v1/extractions", "events", Set.of("partner", KeyAuthentication.EXTRACT)),
            new Passage(HttpMethod.GET, "/v1/changes", "events", Set.of("partner")),
            new Passage(HttpMethod.GET, "/v1/record", "events", Set.of("read")),
            new Passage(HttpMethod.GET, "/v1/statements/export", "events", Set.of("read")));
}

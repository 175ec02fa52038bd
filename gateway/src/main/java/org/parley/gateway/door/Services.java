package org.parley.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.token.ServiceTokens;

/** The services behind the door: where they are, and how each is asked in somebody's name. */
@Singleton
class Services {

    private static final Logger LOG = Logger.getLogger(Services.class);

    /** A service may think for long over a bulk load, and a follower of changes may wait a minute. */
    private static final int IDLE_SECONDS = 120;

    /** Those who wait for changes keep a connection each: they have their own, so that nobody else waits for one. */
    private static final int MOST_FOLLOWERS = 4_096;

    private static final int MOST_OTHERS = 64;

    private final ServiceTokens tokens;
    private final Map<String, String> addresses;
    private final HttpClient client;
    private final HttpClient followers;

    Services(
            Vertx vertx,
            ServiceTokens tokens,
            @ConfigProperty(name = "parley.sources.url") String sources,
            @ConfigProperty(name = "parley.events.url") String events) {
        this.tokens = tokens;
        this.addresses = Map.of("sources", sources, "events", events);
        this.client = client(vertx, MOST_OTHERS);
        this.followers = client(vertx, MOST_FOLLOWERS);
    }

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setConnectTimeout(2_000)
                .setIdleTimeout(IDLE_SECONDS));
    }

    @PreDestroy
    void close() {
        client.close();
        followers.close();
    }

    /** Begins a request in the name of the caller; {@code target} says all but the host and whose name. */
    Future<HttpClientRequest> ask(
            String service, String uri, RequestOptions target, SecurityIdentity caller, Set<String> scopes) {
        return begun(client, service, uri, target, caller, scopes);
    }

    /** The same for one whose answer can be a long time coming, or never end. */
    Future<HttpClientRequest> follow(
            String service, String uri, RequestOptions target, SecurityIdentity caller, Set<String> scopes) {
        return begun(followers, service, uri, target, caller, scopes);
    }

    private Future<HttpClientRequest> begun(
            HttpClient by,
            String service,
            String uri,
            RequestOptions target,
            SecurityIdentity caller,
            Set<String> scopes) {
        String subject =
                caller.isAnonymous() ? "anonymous" : caller.getPrincipal().getName();
        return by.request(target.setAbsoluteURI(addresses.get(service) + uri)
                .putHeader("Authorization", "Bearer " + tokens.tokenFor(service, subject, scopes)));
    }

    /** Answers that the service did not. */
    static void away(RoutingContext context, String service, Throwable failure) {
        if (context.response().closed()) {
            return;
        }
        LOG.warnf("%s does not answer: %s", service, failure);
        // What is still coming has nowhere to go.
        context.request().resume();
        Problems.send(
                context,
                Problem.of(
                        ErrorCode.UPSTREAM_UNAVAILABLE,
                        "The " + service + " service does not answer. Repeat it shortly."));
    }
}

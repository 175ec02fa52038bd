package org.parley.events.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.SecretBox;

/** Tries an endpoint out with an event that means nothing; an endpoint that is disabled, too. */
@ApplicationScoped
class Ping {

    private final Jdbi jdbi;
    private final DeliveryLog log;
    private final Post post;
    private final SecretBox box;
    private final WebhookConfig config;
    private final Clock clock;

    Ping(Jdbi jdbi, DeliveryLog log, Post post, SecretBox box, WebhookConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.log = log;
        this.post = post;
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    Delivery send(EndpointRow endpoint) {
        Instant now = clock.instant();
        UUID event = UuidCreator.getTimeOrderedEpoch();
        Map<String, Object> data = Map.of("after", Map.of("id", endpoint.id()), "reason", "PING");
        // In a transaction of its own: none stays open while somebody else thinks about an answer.
        Claimed claimed = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> log.ping(handle, endpoint.id(), event, data, now, now.plus(config.lease()))));
        List<String> secrets = endpoint.secrets(now).stream().map(box::unlock).toList();
        Outcome outcome = post.send(claimed, endpoint.wanted().url(), secrets);
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> DeliveryLog.pinged(handle, outcome)));
        return log.get(endpoint.id(), Long.toString(claimed.id()));
    }
}

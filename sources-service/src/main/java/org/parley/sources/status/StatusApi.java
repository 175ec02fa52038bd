package org.parley.sources.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.kafka.KafkaRelay;
import org.parley.kit.kafka.RelayStatus;

/** How this service is doing. */
@Path("/v1/status")
class StatusApi {

    private final Jdbi jdbi;
    private final ChangeFeed feed;
    private final KafkaRelay relay;
    private final String version;

    StatusApi(
            Jdbi jdbi,
            ChangeFeed feed,
            KafkaRelay relay,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.relay = relay;
        this.version = version;
    }

    /**
     * The state of the service.
     *
     * @param feedHead the cursor behind the last change: following from it brings only what is new
     * @param feedLagSeconds the age of the oldest change that is stored and cannot be read yet
     * @param searchBacklog articles that are stored and cannot be found by their words yet
     * @param duplicateBacklog articles that are stored and not compared with others yet
     * @param feeds those that are polled
     * @param feedsBroken those of them, and of the gone ones, that fail for good
     * @param givenUp work that failed some times and waits for an admin, see /v1/given-up
     * @param kafka of the relay, where there is one
     */
    record Status(
            String version,
            long articles,
            long versions,
            long outlets,
            String feedHead,
            double feedLagSeconds,
            long searchBacklog,
            long duplicateBacklog,
            long feeds,
            long feedsBroken,
            long givenUp,
            @JsonInclude(Include.NON_NULL) RelayStatus kafka) {}

    @GET
    @RolesAllowed("read")
    @Operation(summary = "Counts, the head of the change feed and its lag")
    public Status status() {
        return new Status(
                version,
                count("article"),
                count("article_version"),
                count("outlet"),
                feed.head(),
                feed.lagSeconds(),
                count("search_backlog"),
                count("duplicate_backlog"),
                count("feed where state = 'ACTIVE'"),
                count("feed where state in ('ACTIVE', 'GONE') and broken_since is not null"),
                count("(" + GivenUpApi.ALL + ") as work"),
                relay.status().orElse(null));
    }

    /** @param table with a condition where not all of it counts */
    private long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}

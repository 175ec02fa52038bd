package org.parley.gateway.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.Sources;

/** How the system does. */
@GraphQLApi
public class StatusApi {

    private final Sources sources;
    private final Events events;
    private final String version;

    StatusApi(Sources sources, Events events, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.sources = sources;
        this.events = events;
        this.version = version;
    }

    @Query
    @RolesAllowed("read")
    @Description("How the system does: counts, and what is waiting.")
    public CompletionStage<SystemStatus> status() {
        Caller caller = FieldRequest.current().caller();
        return sources.ask(caller, (client, token) -> client.status(token))
                .exceptionally(away -> MissingNode.getInstance())
                .thenCombine(
                        events.ask(caller, (client, token) -> client.status(token))
                                .exceptionally(away -> MissingNode.getInstance()),
                        this::together);
    }

    private SystemStatus together(JsonNode articles, JsonNode record) {
        return new SystemStatus(
                version,
                count(articles, "articles"),
                count(articles, "versions"),
                count(articles, "outlets"),
                count(record, "statements"),
                count(record, "proposals"),
                count(record, "actors"),
                count(record, "pendingArticles"),
                count(record, "failedArticles"),
                record.path("lagSeconds").isNumber() ? record.path("lagSeconds").asDouble() : null);
    }

    private static Integer count(JsonNode status, String member) {
        return status.path(member).isNumber() ? status.path(member).asInt() : null;
    }
}

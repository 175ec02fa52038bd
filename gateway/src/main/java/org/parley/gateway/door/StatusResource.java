package org.parley.gateway.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.Sources;

/** How the whole system does: what each service says of itself, or that it does not answer. */
@Path("/v1/status")
@RolesAllowed("read")
public class StatusResource {

    private final Sources sources;
    private final Events events;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final String version;

    StatusResource(
            Sources sources,
            Events events,
            SecurityIdentity identity,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.sources = sources;
        this.events = events;
        this.identity = identity;
        this.json = json;
        this.version = version;
    }

    @GET
    public CompletionStage<JsonNode> status() {
        Caller caller = Caller.of(identity);
        return sources.ask(caller, (client, token) -> client.status(token))
                .exceptionally(this::away)
                .thenCombine(
                        events.ask(caller, (client, token) -> client.status(token))
                                .exceptionally(this::away),
                        this::together);
    }

    private JsonNode away(Throwable failure) {
        return json.createObjectNode().put("unavailable", true);
    }

    private JsonNode together(JsonNode articles, JsonNode record) {
        ObjectNode status = json.createObjectNode();
        status.put("version", version);
        status.set("sources", articles);
        status.set("events", record);
        return status;
    }
}

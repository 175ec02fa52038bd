package org.parley.gateway.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.parley.kit.change.EventTypes;

/** The documents partners build on, at addresses that stay: OpenAPI, AsyncAPI, and a JSON Schema for each event. */
@Singleton
class Contracts {

    private final Map<String, Buffer> documents = new HashMap<>();

    Contracts() {
        documents.put("/docs/openapi.json", resource("/api/openapi.json"));
        documents.put("/docs/asyncapi.json", resource("/events/asyncapi.json"));
        for (String type : EventTypes.ALL) {
            documents.put("/docs/events/" + type + ".json", resource("/events/" + type + ".json"));
        }
    }

    void register(@Observes Router router) {
        documents.forEach((path, document) -> router.get(path).order(-1).handler(context -> send(context, document)));
    }

    private static void send(RoutingContext context, Buffer document) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "public, max-age=300")
                .end(document);
    }

    private static Buffer resource(String name) {
        try (InputStream document = Contracts.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return Buffer.buffer(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

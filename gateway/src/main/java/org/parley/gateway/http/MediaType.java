package org.parley.gateway.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.Comparator;
import java.util.List;

/** In which form an answer goes out. */
enum MediaType {
    /** Its status tells whether the operation could run at all. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** As older clients know it: 200 for everything that was a request. */
    JSON("application/json"),
    /** Server-sent events: for a subscription, or for a client that takes nothing else. */
    EVENTS("text/event-stream");

    private final String type;

    MediaType(String type) {
        this.type = type;
    }

    String header() {
        return type + "; charset=utf-8";
    }

    /**
     * The one the client likes best, or null if it takes none; plain JSON for a client that does not say. Events only
     * where nothing else will do: some clients name them first in every request.
     */
    static MediaType preferred(List<MIMEHeader> accept) {
        if (accept.isEmpty()) {
            return JSON;
        }
        return accept.stream()
                .sorted(Comparator.comparingDouble(MIMEHeader::weight).reversed())
                .map(MediaType::of)
                .filter(type -> type != null)
                .findFirst()
                .orElse(takesEvents(accept) ? EVENTS : null);
    }

    /** Whether the client can follow an answer of many parts. */
    static boolean takesEvents(List<MIMEHeader> accept) {
        return accept.stream()
                .anyMatch(wanted -> wanted.weight() > 0
                        && wanted.component().equals("text")
                        && wanted.subComponent().equals("event-stream"));
    }

    private static MediaType of(MIMEHeader wanted) {
        if (wanted.weight() == 0
                || !(wanted.component().equals("application")
                        || wanted.component().equals("*"))) {
            return null;
        }
        return switch (wanted.subComponent()) {
            case "graphql-response+json" -> GRAPHQL_RESPONSE;
            case "json", "*" -> JSON;
            default -> null;
        };
    }
}

package org.parley.gateway.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.Comparator;
import java.util.List;

/** In which form an answer goes out. */
enum MediaType {
    /** Its status tells whether the operation could run at all. */
    GRAPHQL_RESPONSE("graphql-response+json"),
    /** As older clients know it: 200 for everything that was a request. */
    JSON("json");

    private final String subtype;

    MediaType(String subtype) {
        this.subtype = subtype;
    }

    String header() {
        return "application/" + subtype + "; charset=utf-8";
    }

    /** The one the client likes best, or null if it takes neither; plain JSON for a client that does not say. */
    static MediaType preferred(List<MIMEHeader> accept) {
        if (accept.isEmpty()) {
            return JSON;
        }
        return accept.stream()
                .sorted(Comparator.comparingDouble(MIMEHeader::weight).reversed())
                .map(MediaType::of)
                .filter(type -> type != null)
                .findFirst()
                .orElse(null);
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

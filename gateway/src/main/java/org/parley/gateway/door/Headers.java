package org.parley.gateway.door;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which headers go through the door, either way. */
final class Headers {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private Headers() {}

    /** What a service is sent of a client's headers: nothing that says who or where the client is. */
    static MultiMap forService(MultiMap sent) {
        MultiMap kept = withoutHops(sent);
        for (String name : Set.copyOf(kept.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("authorization")
                    || lower.equals("cookie")
                    || lower.equals("host")
                    || lower.equals("forwarded")
                    || lower.equals("via")
                    || lower.equals("x-real-ip")
                    || lower.startsWith("x-forwarded-")) {
                kept.remove(name);
            }
        }
        return kept;
    }

    /** What a client is sent of a service's headers. */
    static MultiMap forClient(MultiMap answered) {
        MultiMap kept = withoutHops(answered);
        kept.remove("server");
        kept.remove("set-cookie");
        return kept;
    }

    private static MultiMap withoutHops(MultiMap all) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        // Connection can name further headers that end here.
        all.getAll("connection").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(dropped::add);
        MultiMap kept = MultiMap.caseInsensitiveMultiMap();
        all.forEach((name, value) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                kept.add(name, value);
            }
        });
        return kept;
    }
}

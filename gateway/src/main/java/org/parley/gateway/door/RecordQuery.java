package org.parley.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.kit.problem.ProblemException;

/** Turns the parameters of an address into the query a service takes, and into the addresses beside it. */
final class RecordQuery {

    private RecordQuery() {}

    /** @throws ProblemException naming a parameter that is not known, or a value that cannot be read */
    static JsonObject list(Noun noun, MultiMap parameters) {
        JsonObject filter = new JsonObject();
        JsonObject query = new JsonObject();
        for (String name : parameters.names()) {
            List<String> values = parameters.getAll(name);
            if (noun.lists().contains(name)) {
                filter.put(name, new JsonArray(several(values)));
            } else if (noun.others().containsKey(name)) {
                filter.put(name, value(name, noun.others().get(name), values.get(0)));
            } else if (noun.beside().contains(name)) {
                query.put(name, value(name, Noun.BESIDE.get(name), values.get(0)));
            } else if (Noun.PAGING.containsKey(name)) {
                query.put(name, value(name, Noun.PAGING.get(name), values.get(0)));
            } else {
                throw unknown(name, noun.parameters());
            }
        }
        return filter.isEmpty() ? query : query.put("filter", filter);
    }

    /** @throws ProblemException as {@link #list} */
    static JsonObject one(Noun noun, String id, MultiMap parameters) {
        JsonObject query = new JsonObject().put("ids", new JsonArray().add(id));
        boolean timed = noun.beside().contains("knownAt");
        for (String name : parameters.names()) {
            if (!timed || !name.equals("knownAt")) {
                throw unknown(name, timed ? List.of("knownAt") : List.of());
            }
            query.put(name, parameters.get(name));
        }
        return query;
    }

    private static ProblemException unknown(String name, List<String> known) {
        return ProblemException.badInput(
                name,
                known.isEmpty()
                        ? "is not a parameter of this address, which takes none"
                        : "is not a parameter of this address; there are " + String.join(", ", known));
    }

    private static List<String> several(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Object value(String name, Noun.Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> number(name, text);
            case BOOLEAN -> truth(name, text);
        };
    }

    private static Object truth(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badInput(name, "has to be true or false");
        };
    }

    private static Object number(String name, String text) {
        try {
            return text.contains(".") ? (Object) Double.valueOf(text) : (Object) Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw ProblemException.badInput(name, "has to be a number");
        }
    }

    /** The {@code Link} of a page, or null if it is the only one. */
    static String links(String path, MultiMap parameters, JsonObject page) {
        JsonArray items = page.getJsonArray("items");
        if (items.isEmpty()) {
            return null;
        }
        String size = parameters.contains("first") ? parameters.get("first") : parameters.get("last");
        StringBuilder links = new StringBuilder();
        if (page.getBoolean("hasNext")) {
            String last = items.getJsonObject(items.size() - 1).getString("cursor");
            links.append(link(path, parameters, "first", size, Map.entry("after", last), "next"));
        }
        if (page.getBoolean("hasPrevious")) {
            String first = items.getJsonObject(0).getString("cursor");
            links.append(links.isEmpty() ? "" : ", ")
                    .append(link(path, parameters, "last", size, Map.entry("before", first), "prev"));
        }
        return links.isEmpty() ? null : links.toString();
    }

    private static String link(
            String path,
            MultiMap parameters,
            String direction,
            String size,
            Map.Entry<String, String> cursor,
            String relation) {
        StringBuilder address = new StringBuilder("<").append(path).append('?');
        parameters.forEach((name, value) -> {
            if (!List.of("first", "last", "after", "before").contains(name)) {
                address.append(encoded(name)).append('=').append(encoded(value)).append('&');
            }
        });
        address.append(direction).append('=').append(size == null ? "20" : encoded(size));
        address.append('&').append(cursor.getKey()).append('=').append(encoded(cursor.getValue()));
        return address.append(">; rel=\"").append(relation).append('"').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

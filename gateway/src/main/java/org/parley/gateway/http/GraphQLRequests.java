package org.parley.gateway.http;

import static org.parley.kit.problem.ProblemException.badInput;

import io.smallrye.graphql.JsonProviderHolder;
import io.vertx.core.MultiMap;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Reads the operations a request holds, and refuses what the GraphQL-over-HTTP specification has no place for. */
final class GraphQLRequests {

    /** Operations in one request. */
    static final int MOST = 10;

    private static final JsonProvider JSON = JsonProviderHolder.JSON_PROVIDER;
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    /** What a request holds. {@code batch} tells that it came as an array and is answered by one. */
    record Operations(List<JsonObject> all, boolean batch) {

        Operations map(UnaryOperator<JsonObject> change) {
            return new Operations(all.stream().map(change).toList(), batch);
        }
    }

    private GraphQLRequests() {}

    static Operations inBody(String body) {
        JsonStructure json = parsed(body, "The body");
        if (json instanceof JsonObject one) {
            return new Operations(List.of(one), false);
        }
        JsonArray many = (JsonArray) json;
        if (many.isEmpty()) {
            throw badInput(null, "The array of operations is empty.");
        }
        if (many.size() > MOST) {
            throw new ProblemException(
                    ErrorCode.LIMIT_EXCEEDED, many.size() + " operations in one request; " + MOST + " are allowed.");
        }
        return new Operations(many.stream().map(GraphQLRequests::operation).toList(), true);
    }

    private static JsonObject operation(JsonValue value) {
        if (value instanceof JsonObject one) {
            return one;
        }
        throw badInput(null, "Every operation of the array has to be an object.");
    }

    static Operations inQuery(MultiMap parameters) {
        JsonObjectBuilder request = JSON.createObjectBuilder();
        for (String name : List.of("query", "operationName", "documentId")) {
            if (parameters.contains(name)) {
                request.add(name, parameters.get(name));
            }
        }
        for (String name : List.of("variables", "extensions")) {
            if (parameters.contains(name)) {
                request.add(name, parsed(parameters.get(name), name));
            }
        }
        return new Operations(List.of(request.build()), false);
    }

    /** A message that has to be an object. */
    static JsonObject object(String text) {
        if (parsed(text, "The message") instanceof JsonObject one) {
            return one;
        }
        throw badInput(null, "The message is no JSON object.");
    }

    private static JsonStructure parsed(String text, String where) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.read();
        } catch (JsonException | IllegalStateException e) {
            throw badInput(null, where + " is no JSON object.");
        }
    }

    /** The same without members that are null, which the engine behind would stumble over. */
    static JsonObject checked(JsonObject request) {
        if (!is(request, "query", ValueType.STRING)
                || request.getString("query").isBlank()) {
            throw badInput("query", "has to be a string that holds the document");
        }
        JsonObjectBuilder checked = JSON.createObjectBuilder().add("query", request.get("query"));
        add(checked, request, "operationName", ValueType.STRING, "a string");
        add(checked, request, "variables", ValueType.OBJECT, "an object");
        add(checked, request, "extensions", ValueType.OBJECT, "an object");
        return checked.build();
    }

    private static void add(
            JsonObjectBuilder checked, JsonObject request, String member, ValueType type, String wanted) {
        if (!request.containsKey(member) || request.isNull(member)) {
            return;
        }
        if (!is(request, member, type)) {
            throw badInput(member, "has to be " + wanted);
        }
        checked.add(member, request.get(member));
    }

    private static boolean is(JsonObject request, String member, ValueType type) {
        return request.containsKey(member) && request.get(member).getValueType() == type;
    }
}

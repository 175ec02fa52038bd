package org.parley.launcher.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Asks the gateway as a front end would, without a key. */
record GraphQL(int port) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode ask(String query, ObjectNode variables) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", variables);
        HttpRequest request = request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json, application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        JsonNode answer = send(request);
        if (answer.has("errors")) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("data");
    }

    /** The record of everything that was read. */
    JsonNode record() {
        return send(request("/v1/record").GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("the gateway does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All nodes of a root connection, page by page. */
    List<JsonNode> all(String connection, String fields) {
        String query =
                "query($after: String) { %s(first: 20, after: $after) { nodes { %s } pageInfo { hasNextPage endCursor } } }"
                        .formatted(connection, fields);
        List<JsonNode> nodes = new ArrayList<>();
        ObjectNode variables = JSON.createObjectNode();
        while (true) {
            JsonNode page = ask(query, variables).path(connection);
            page.path("nodes").forEach(nodes::add);
            if (!page.path("pageInfo").path("hasNextPage").asBoolean()) {
                return nodes;
            }
            variables.set("after", page.path("pageInfo").path("endCursor"));
        }
    }
}

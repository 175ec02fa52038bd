package org.parley.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** What a problem answer (RFC 9457) says, in one line for a person. */
public final class Problem {

    private static final JsonMapper JSON = new JsonMapper();

    private Problem() {}

    /** Of the body of an answer; what is no problem document is told by its status alone. */
    public static String of(int status, String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return text(node, "HTTP " + status);
            }
        } catch (JsonProcessingException e) {
            // not JSON: something else than Parley answered
        }
        return "HTTP " + status;
    }

    /** Of a problem that stands within an answer, as for one line of a bulk import. */
    public static String text(JsonNode problem, String otherwise) {
        String detail = problem.path("detail").asText(problem.path("title").asText(otherwise));
        List<String> parts = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String message = error.path("message").asText();
            String field = error.path("field").asText("");
            // Many a detail is its one error's message already.
            if (!detail.contains(message)) {
                parts.add(field.isEmpty() || message.startsWith(field) ? message : field + ": " + message);
            }
        }
        return parts.isEmpty() ? detail : detail + " (" + String.join("; ", parts) + ")";
    }
}

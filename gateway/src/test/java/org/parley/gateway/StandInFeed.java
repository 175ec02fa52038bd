package org.parley.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A change feed that waits for changes as the real one does. Its cursors are {@code c} and the number of changes read. */
final class StandInFeed {

    private final ObjectMapper json = new ObjectMapper();
    private final List<JsonNode> changes = new ArrayList<>();
    private int reads;

    synchronized void add(JsonNode more) {
        more.forEach(changes::add);
        notifyAll();
    }

    /** How often somebody began to read since that was last forgotten. */
    synchronized int reads() {
        return reads;
    }

    synchronized void forgetReads() {
        reads = 0;
    }

    synchronized String head() {
        return "c" + changes.size();
    }

    void answer(HttpExchange exchange) throws IOException, InterruptedException {
        Map<String, String> asked = new HashMap<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            asked.put(pair.split("=")[0], pair.split("=")[1]);
        }
        String after = asked.get("after");
        if (!after.matches("c\\d+")) {
            refuse(exchange, after);
            return;
        }
        int limit = Integer.parseInt(asked.get("limit"));
        byte[] page = page(Integer.parseInt(after.substring(1)), limit, Integer.parseInt(asked.get("wait")));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    private synchronized byte[] page(int from, int limit, int seconds) throws InterruptedException, IOException {
        reads++;
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (changes.size() == from && System.nanoTime() < until) {
            wait(50);
        }
        int to = Math.min(changes.size(), from + limit);
        ObjectNode page = json.createObjectNode();
        ArrayNode events = page.putArray("events");
        changes.subList(from, to).forEach(events::add);
        page.put("next", "c" + to).put("more", to < changes.size());
        return json.writeValueAsBytes(page);
    }

    private static void refuse(HttpExchange exchange, String after) throws IOException {
        String code = after.equals("old") ? "CURSOR_EXPIRED" : "BAD_USER_INPUT";
        byte[] problem = """
                {"type":"x","title":"x","status":400,"detail":"after: cannot be read","code":"%s",\
                "errors":[{"field":"after","message":"cannot be read"}]}""".formatted(code).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(after.equals("old") ? 410 : 400, problem.length);
        exchange.getResponseBody().write(problem);
    }
}

package org.parley.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two small HTTP servers that speak the services' contract over a handful of rows, and that can be told to be slow,
 * dead or wrong, which the real ones cannot. {@link Upstream} tells them, over HTTP too, since Quarkus loads tests and
 * their resources by different class loaders.
 */
public final class StandIns implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "parley.test.stand-in.";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer sources;
    private HttpServer events;

    @Override
    public Map<String, String> start() {
        sources = server("sources");
        events = server("events");
        return Map.of(
                "parley.sources.url", url(sources),
                "parley.events.url", url(events),
                "parley.upstream.timeout", "1500ms",
                "parley.upstream.feed-wait", "2s",
                "parley.socket.init-timeout", "1s",
                "parley.graphql.deadline", "2s",
                "parley.graphql.body-timeout", "2s",
                "parley.rate-limit.cost-per-minute", "500000");
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpServer server(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            JsonNode rows = json.readTree(StandIns.class.getResourceAsStream("/stand-in/" + name + ".json"));
            Served served = new Served(rows);
            server.createContext("/", exchange -> handle(exchange, served));
            server.start();
            System.setProperty(PORT + name, Integer.toString(server.getAddress().getPort()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange, Served served) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (served.breaksOff(path)) {
            breakOff(exchange, served.faults.get(path).path("body").asText());
        }
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (path.startsWith("/_")) {
                send(exchange, 200, served.told(path, body, json));
                return;
            }
            JsonNode fault = served.faults.get(path);
            boolean feed = path.equals("/v1/changes");
            // Subscriptions that a test before this one left behind still ask for the feed and its head; whether what
            // is
            // kept still holds is asked as often as the gateway likes.
            if (!feed && !path.equals("/v1/status") && !path.equals("/v1/snapshot")) {
                served.note(exchange, body);
            }
            if (feed && fault == null) {
                served.feed.answer(exchange);
                return;
            }
            if (fault == null) {
                JsonNode answer = served.answer(path, body.isEmpty() ? json.createObjectNode() : json.readTree(body));
                send(exchange, answer == null ? 404 : 200, answer == null ? "" : answer.toString());
            } else {
                Thread.sleep(fault.path("delay").asLong());
                send(
                        exchange,
                        fault.path("status").asInt(200),
                        fault.path("body").asText());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers in chunks and cuts the connection before the last: the server does so when a handler throws without closing. */
    private static void breakOff(HttpExchange exchange, String begun) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(begun.getBytes(UTF_8));
        exchange.getResponseBody().flush();
        throw new IllegalStateException("told to break off");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void stop() {
        sources.stop(0);
        events.stop(0);
        threads.shutdownNow();
    }

    /** The rows of one service, what it was asked, and what it is told to do wrong. */
    private static final class Served {

        private final JsonNode rows;
        private final Map<String, JsonNode> faults = new ConcurrentHashMap<>();
        private final StandInFeed feed = new StandInFeed();
        private final List<ObjectNode> calls = new java.util.concurrent.CopyOnWriteArrayList<>();

        Served(JsonNode rows) {
            this.rows = rows;
        }

        String told(String path, String body, ObjectMapper json) throws IOException {
            switch (path) {
                case "/_fault" -> faults.put(json.readTree(body).path("path").asText(), json.readTree(body));
                case "/_reads" -> {
                    return Integer.toString(feed.reads());
                }
                case "/_change" -> feed.add(json.readTree(body));
                case "/_reset" -> {
                    faults.clear();
                    feed.forgetReads();
                    calls.clear();
                }
                default -> {
                    return json.valueToTree(calls).toString();
                }
            }
            return "{}";
        }

        boolean breaksOff(String path) {
            return faults.containsKey(path)
                    && faults.get(path).path("breaksOff").asBoolean();
        }

        void note(HttpExchange exchange, String body) {
            ObjectNode call = new ObjectMapper().createObjectNode();
            call.put("path", exchange.getRequestURI().toString());
            call.put("body", body);
            ObjectNode headers = call.putObject("headers");
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            calls.add(call);
        }

        JsonNode answer(String path, JsonNode asked) {
            if (path.endsWith("/by-ids")) {
                return byIds(rows.path(path.split("/")[2]), asked.path("ids"));
            }
            if (path.endsWith("/pages-by") || path.endsWith("/by-outlets") || path.endsWith("/responses")) {
                return pages(path, asked);
            }
            if (path.endsWith("/query") || path.equals("/v1/search")) {
                return page(rows.path(path.split("/")[2]), asked);
            }
            JsonNode row = rows.get(path);
            if (path.equals("/v1/status") && row instanceof ObjectNode status) {
                status.put("feedHead", feed.head());
            }
            return row;
        }

        private static JsonNode byIds(JsonNode all, JsonNode ids) {
            ObjectNode answer = new ObjectMapper().createObjectNode();
            ArrayNode items = answer.putArray("items");
            for (JsonNode id : ids) {
                JsonNode found = null;
                for (JsonNode row : all) {
                    found = row.path("id").equals(id) ? row : found;
                }
                items.add(found);
            }
            return answer;
        }

        private JsonNode pages(String path, JsonNode asked) {
            ObjectNode answer = new ObjectMapper().createObjectNode();
            ObjectNode pages = answer.putObject("pages");
            JsonNode keys = path.endsWith("pages-by") ? asked.path("keys") : asked.path("ids");
            for (JsonNode key : keys) {
                ArrayNode mine = new ObjectMapper().createArrayNode();
                rows.path(path.split("/")[2]).forEach(row -> {
                    if (row.toString().contains(key.asText())) {
                        mine.add(row);
                    }
                });
                pages.set(key.asText(), page(mine, asked));
            }
            return answer;
        }

        /** The cursor of a row is its number, as far as the gateway has to do with it. */
        private static JsonNode page(JsonNode all, JsonNode asked) {
            int from = asked.path("after").asText().isEmpty()
                    ? 0
                    : Integer.parseInt(asked.path("after").asText()) + 1;
            int to = Math.min(all.size(), from + asked.path("first").asInt(20));
            ObjectNode answer = new ObjectMapper().createObjectNode();
            ArrayNode items = answer.putArray("items");
            for (int i = from; i < to; i++) {
                items.addObject().put("cursor", Integer.toString(i)).set("node", all.get(i));
            }
            answer.put("hasNext", to < all.size()).put("hasPrevious", from > 0);
            if (asked.path("count").asBoolean()) {
                answer.put("total", all.size());
            }
            return answer;
        }
    }
}

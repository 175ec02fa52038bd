package org.parley.events.sources;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A small HTTP server in the place of sources-service, for what the real one does only after a disaster: it forgets its
 * history, repeats changes, or has no text for a version it told of.
 */
public final class ScriptedFeed implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "parley.test.scripted-feed";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile boolean gone;
    private HttpServer server;

    /** Adds a change to the feed. */
    public static void tell(JsonNode event) {
        given().body(event.toString())
                .post(System.getProperty(URL) + "/tell")
                .then()
                .statusCode(200);
    }

    /** From now on cursors are refused until the feed was read from its beginning. */
    public static void loseHistory() {
        given().post(System.getProperty(URL) + "/lose-history").then().statusCode(200);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/changes", this::changes);
        server.createContext("/tell", exchange -> {
            events.add(JSON.readTree(exchange.getRequestBody()));
            answer(exchange, 200, "{}");
        });
        server.createContext("/lose-history", exchange -> {
            gone = true;
            answer(exchange, 200, "{}");
        });
        server.createContext("/v1/article-versions", exchange -> answer(exchange, 404, "{}"));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(URL, url);
        return Map.of("parley.sources.url", url, "parley.extract.workers", "0");
    }

    private void changes(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String after = query.replaceAll("(?:.*&)?after=(\\d+).*", "$1");
        boolean fromStart = after.equals(query);
        if (gone && !fromStart) {
            answer(exchange, 410, "{}");
            return;
        }
        gone = false;
        int from = fromStart ? 0 : Integer.parseInt(after);
        if (from == events.size()) {
            pause();
        }
        List<JsonNode> page = events.subList(from, Math.min(events.size(), from + 2));
        int next = from + page.size();
        answer(
                exchange,
                200,
                "{\"events\":%s,\"next\":\"%d\",\"more\":%s}".formatted(page, next, next < events.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

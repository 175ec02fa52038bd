package org.parley.events.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that takes webhooks and answers as it was told, with 200 when it was told nothing more. */
final class Receiver implements AutoCloseable {

    /** A message as it came. */
    record Got(HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    private record Answer(int status, Map<String, String> headers, byte[] body, long pauseMillis) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String url;
    private Answer always = new Answer(200, Map.of(), new byte[0], 0);

    Receiver(int host, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0." + host, port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = "http://127.0.0." + host + ":" + port + "/hook";
        server.setExecutor(threads);
        server.createContext("/hook", this::take);
        server.start();
    }

    String url() {
        return url;
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    int count() {
        return got.size();
    }

    Receiver then(int status, Map<String, String> headers, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), 0));
        }
        return this;
    }

    Receiver always(int status, long pauseMillis) {
        always = new Answer(status, Map.of(), new byte[0], pauseMillis);
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Got(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            Answer answer;
            synchronized (answers) {
                answer = answers.isEmpty() ? always : answers.poll();
            }
            Thread.sleep(answer.pauseMillis());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

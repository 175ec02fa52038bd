package org.parley.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the protocol that sends whatever it is told to, right or wrong. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    public static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String PING = "{\"type\":\"ping\"}";
    private static final int PATIENCE_SECONDS = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private volatile boolean deaf;
    private WebSocket socket;

    /** Connects; fails with the handshake's exception where the server refuses it. */
    public static SocketClient open(URI graphql, String protocol, Map<String, String> headers) {
        SocketClient client = new SocketClient();
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        client.socket = builder.buildAsync(URI.create(graphql.toString().replaceFirst("^http", "ws")), client)
                .join();
        return client;
    }

    /** A socket on which operations can be sent. */
    public static SocketClient ready(URI graphql) throws InterruptedException {
        SocketClient client = open(graphql, Socket.PROTOCOL, Map.of());
        client.send(INIT);
        client.next("connection_ack");
        return client;
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    public void subscribe(String id, String document) {
        send(json.createObjectNode()
                .put("type", "subscribe")
                .put("id", id)
                .set("payload", json.createObjectNode().put("query", document))
                .toString());
    }

    /** The next message but pings, which has to be of a type. */
    public JsonNode next(String type) throws InterruptedException {
        JsonNode message = next();
        if (message == null || !message.path("type").asText().equals(type)) {
            throw new AssertionError("wanted " + type + ", came " + message + ", closed: " + closed.getNow(null));
        }
        return message;
    }

    private JsonNode next() throws InterruptedException {
        try {
            String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (PING.equals(text)) {
                send("{\"type\":\"pong\"}");
                return next();
            }
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether nothing comes for a moment. */
    public boolean isSilent() throws InterruptedException {
        return heard.poll(300, TimeUnit.MILLISECONDS) == null;
    }

    /** The code the server closed with. */
    public int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes nothing any more off the line. */
    public void goDeaf() {
        deaf = true;
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        if (!deaf) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

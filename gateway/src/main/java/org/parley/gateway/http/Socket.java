package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.gateway.schema.CodedError;
import org.parley.gateway.schema.Errors;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** One client on the protocol graphql-transport-ws. Everything happens on the socket's own thread. */
final class Socket {

    static final String PROTOCOL = "graphql-transport-ws";

    /** Operations that may run on one socket at a time. */
    static final int MOST_OPERATIONS = 50;

    private final ServerWebSocket socket;
    private final RoutingContext upgrade;
    private final GraphQLHandler handler;
    private final CurrentIdentityAssociation identities;
    private final Function<String, Uni<SecurityIdentity>> byKey;
    private final ObjectMapper json;
    private final Context context = Vertx.currentContext();
    private final Map<String, SocketOperation> running = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final long beat;
    private SecurityIdentity identity;
    private boolean initialised;
    private boolean acknowledged;
    private boolean heard = true;

    Socket(
            ServerWebSocket socket,
            RoutingContext upgrade,
            SecurityIdentity identity,
            GraphQLHandler handler,
            CurrentIdentityAssociation identities,
            Function<String, Uni<SecurityIdentity>> byKey,
            ObjectMapper json,
            SocketConfig config) {
        this.socket = socket;
        this.upgrade = upgrade;
        this.identity = identity;
        this.handler = handler;
        this.identities = identities;
        this.byKey = byKey;
        this.json = json;
        Vertx vertx = context.owner();
        long patience = vertx.setTimer(config.initTimeout().toMillis(), late -> {
            if (!initialised) {
                close(4408, "Connection initialisation timeout");
            }
        });
        this.beat = vertx.setPeriodic(config.beat().toMillis(), ignored -> beat());
        socket.textMessageHandler(this::hear);
        socket.binaryMessageHandler(ignored -> close(4400, "Messages are text"));
        socket.drainHandler(ignored -> goOn());
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(patience);
            vertx.cancelTimer(beat);
            running.values().forEach(SocketOperation::cancel);
            running.clear();
        });
    }

    /** Who has not answered since the last beat is gone, or takes nothing any more. */
    private void beat() {
        if (heard) {
            heard = false;
            send("ping", null, null);
        } else {
            socket.close();
        }
    }

    /** The client has taken what was written: those who waited for that may bring more. */
    private void goOn() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void hear(String text) {
        heard = true;
        JsonObject message;
        try {
            message = GraphQLRequests.object(text);
        } catch (ProblemException e) {
            close(4400, "Invalid message: not a JSON object");
            return;
        }
        switch (text(message, "type")) {
            case "connection_init" -> init(message);
            case "ping" -> send("pong", null, message.get("payload"));
            case "pong" -> heard = true;
            case "subscribe" -> subscribe(message);
            case "complete" -> complete(message);
            default -> close(4400, "Invalid message: its type is none of the protocol's");
        }
    }

    private static String text(JsonObject message, String member) {
        JsonValue value = message.get(member);
        return value == null || value.getValueType() != ValueType.STRING ? "" : message.getString(member);
    }

    private void init(JsonObject message) {
        if (initialised) {
            close(4429, "Too many initialisation requests");
            return;
        }
        initialised = true;
        String key = key(message.get("payload"));
        if (key == null) {
            acknowledge(identity);
        } else {
            byKey.apply(key)
                    .subscribe()
                    .with(
                            found -> context.runOnContext(ignored -> acknowledge(found)),
                            bad -> context.runOnContext(ignored -> close(4403, "Forbidden: the key is not good")));
        }
    }

    /** Browsers cannot send headers with an upgrade: they give the key with the first message. */
    private static String key(JsonValue payload) {
        if (payload instanceof JsonObject given) {
            String header = text(given, "Authorization");
            return header.isEmpty() ? null : header;
        }
        return null;
    }

    private void acknowledge(SecurityIdentity caller) {
        if (!caller.hasRole("read")) {
            close(4403, "Forbidden: give Authorization with a key that may read");
            return;
        }
        identity = caller;
        acknowledged = true;
        send("connection_ack", null, null);
    }

    private void subscribe(JsonObject message) {
        String id = text(message, "id");
        if (!acknowledged) {
            close(4401, "Unauthorized");
        } else if (id.isEmpty() || !(message.get("payload") instanceof JsonObject)) {
            close(4400, "Invalid message: subscribe needs an id and a payload");
        } else if (running.containsKey(id)) {
            // A reason has 123 bytes at most.
            close(4409, "Subscriber for " + (id.length() > 40 ? "this id" : id) + " already exists");
        } else if (running.size() >= MOST_OPERATIONS) {
            error(id, ErrorCode.LIMIT_EXCEEDED, MOST_OPERATIONS + " operations run on this socket; complete one.");
        } else {
            start(id, message.getJsonObject("payload"));
        }
    }

    private void start(String id, JsonObject payload) {
        JsonObject request;
        try {
            request = handler.complete(payload, identity);
        } catch (ProblemException e) {
            if (e.problem().code() != ErrorCode.BAD_USER_INPUT) {
                error(id, e.problem().code(), e.problem().detail());
                return;
            }
            close(4400, "Invalid message: the payload is no GraphQL request");
            return;
        }
        SocketOperation operation = new SocketOperation(context, new Answers(id));
        running.put(id, operation);
        operation.run(handler, identities, upgrade, identity, request);
    }

    private void complete(JsonObject message) {
        String id = text(message, "id");
        if (id.isEmpty()) {
            close(4400, "Invalid message: complete needs an id");
            return;
        }
        SocketOperation operation = running.remove(id);
        if (operation != null) {
            operation.cancel();
        }
    }

    private void error(String id, ErrorCode code, String message) {
        send("error", id, Errors.specified(List.of(new CodedError(code, message))));
    }

    private void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }

    private void send(String type, String id, Object payload) {
        if (socket.isClosed()) {
            return;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload instanceof JsonValue sent ? raw(sent) : payload);
        }
        socket.writeTextMessage(GraphQLAnswer.written(json, message));
    }

    private static Object raw(JsonValue sent) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(sent.toString()));
    }

    /** What comes of the operation {@code id}; its id is free again as soon as it ends. */
    private final class Answers implements EventStream.Client {

        private final String id;

        Answers(String id) {
            this.id = id;
        }

        @Override
        public void next(Map<String, Object> result, Runnable taken) {
            send("next", id, result);
            if (socket.writeQueueFull()) {
                waiting.add(taken);
            } else {
                taken.run();
            }
        }

        @Override
        public void error(List<Map<String, Object>> errors) {
            running.remove(id);
            send("error", id, errors);
        }

        @Override
        public void complete() {
            running.remove(id);
            send("complete", id, null);
        }
    }
}

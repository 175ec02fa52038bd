package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/** One operation answered as server-sent events, as graphql-sse has it in its distinct connections mode. */
final class ServerSentEvents implements EventStream.Client {

    /** Often enough that nothing on the way takes the connection for dead. */
    private static final long BEAT_MILLIS = 15_000;

    private final HttpServerResponse response;
    private final ObjectMapper json;

    private ServerSentEvents(HttpServerResponse response, ObjectMapper json) {
        this.response = response;
        this.json = json;
    }

    /** Answers with the result, or with all that a subscription will bring. */
    static void send(RoutingContext context, ExecutionResult result, ObjectMapper json) {
        HttpServerResponse response = context.response();
        response.setChunked(true);
        response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
        response.putHeader("Cache-Control", "no-store");
        // Nginx, for one, would otherwise keep events back until it has a buffer full.
        response.putHeader("X-Accel-Buffering", "no");
        var client = new ServerSentEvents(response, json);
        if (result.getData() instanceof Publisher<?>) {
            client.follow(result.getData());
        } else {
            response.write(client.event("next", GraphQLAnswer.body(result)));
            client.complete();
        }
    }

    private void follow(Publisher<ExecutionResult> results) {
        Context here = Vertx.currentContext();
        // Sends the head, and shows at once that somebody listens.
        response.write(":\n\n");
        long beat = here.owner().setPeriodic(BEAT_MILLIS, ignored -> response.write(":\n\n"));
        EventStream events = new EventStream(here, this);
        response.endHandler(ended -> here.owner().cancelTimer(beat));
        response.closeHandler(closed -> {
            here.owner().cancelTimer(beat);
            events.cancel();
        });
        results.subscribe(events);
    }

    @Override
    public void next(Map<String, Object> result, Runnable taken) {
        response.write(event("next", result));
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> taken.run());
        } else {
            taken.run();
        }
    }

    @Override
    public void error(List<Map<String, Object>> errors) {
        response.write(event("next", Map.of("errors", errors)));
        complete();
    }

    @Override
    public void complete() {
        response.end("event: complete\ndata:\n\n");
    }

    private String event(String name, Object data) {
        return "event: " + name + "\ndata: " + GraphQLAnswer.written(json, data) + "\n\n";
    }
}

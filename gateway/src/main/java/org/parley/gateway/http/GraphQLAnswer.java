package org.parley.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.gateway.limit.Refused;
import org.parley.gateway.schema.CodedError;
import org.parley.gateway.schema.Errors;
import org.parley.kit.problem.Problem;
import org.reactivestreams.Publisher;

/** Writes answers: the JSON once, with the status that belongs to what happened and to the form asked for. */
final class GraphQLAnswer {

    private final ObjectMapper json;

    GraphQLAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** The results of a request; {@code batch} tells whether they go out as an array. */
    void send(RoutingContext context, MediaType type, List<ExecutionResult> results, boolean batch) {
        if (type == MediaType.EVENTS || results.get(0).getData() instanceof Publisher<?>) {
            ServerSentEvents.send(context, results.get(0), json);
            return;
        }
        List<Map<String, Object>> bodies =
                results.stream().map(GraphQLAnswer::body).toList();
        send(context, type, batch ? 200 : status(results.get(0), type), batch ? bodies : bodies.get(0));
    }

    /** A request that is none, or that may not be made. */
    void refuse(RoutingContext context, MediaType type, Problem problem) {
        var error = new CodedError(problem.code(), problem.detail());
        send(
                context,
                type == MediaType.EVENTS ? MediaType.JSON : type,
                problem.status(),
                Map.of("errors", Errors.specified(List.of(error))));
    }

    static Map<String, Object> body(ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", Errors.specified(new ArrayList<>(result.getErrors())));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        return body;
    }

    private static int status(ExecutionResult result, MediaType type) {
        if (result.isDataPresent()) {
            return 200;
        }
        int refused = result.getErrors().stream()
                .filter(Refused.class::isInstance)
                .mapToInt(error -> ((Refused) error).problem().status())
                .findFirst()
                .orElse(400);
        return type == MediaType.JSON && refused == 400 ? 200 : refused;
    }

    private void send(RoutingContext context, MediaType type, int status, Object body) {
        var response = context.response();
        response.setStatusCode(status);
        response.putHeader("Content-Type", type.header());
        response.putHeader("Cache-Control", "no-store");
        response.putHeader("Vary", "Accept, Authorization");
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (status == 405) {
            response.putHeader("Allow", "POST");
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    /** An answer as it is written. */
    static String written(ObjectMapper json, Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}

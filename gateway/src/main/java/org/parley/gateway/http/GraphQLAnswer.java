package org.parley.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.gateway.limit.Budget;
import org.parley.gateway.limit.Refused;
import org.parley.gateway.schema.CodedError;
import org.parley.gateway.schema.Errors;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.reactivestreams.Publisher;

/** Writes answers: the JSON once, with the status that belongs to what happened and to the form asked for. */
final class GraphQLAnswer {

    private final ObjectMapper json;

    GraphQLAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** The answers to a request; {@code batch} tells whether they go out as an array. */
    void send(RoutingContext context, MediaType type, List<Answered> answers, boolean batch) {
        Answered first = answers.get(0);
        if (type == MediaType.EVENTS || first.isStream()) {
            ServerSentEvents.send(context, first.result(), json);
            return;
        }
        if (answers.stream().allMatch(Answered::isKept)) {
            // By RFC 9211.
            context.response().putHeader("Cache-Status", "parley; hit");
        }
        if (batch) {
            send(context, type, 200, array(answers));
        } else {
            send(context, type, first.isKept() ? 200 : status(first.result(), type), first.json());
        }
    }

    /** What came of an operation, as it is written. */
    Answered answered(ExecutionResult result) {
        return new Answered(result, result.getData() instanceof Publisher<?> ? null : written(body(result)));
    }

    private static byte[] array(List<Answered> answers) {
        var array = new ByteArrayOutputStream();
        char before = '[';
        for (Answered answer : answers) {
            array.write(before);
            array.writeBytes(answer.json());
            before = ',';
        }
        array.write(']');
        return array.toByteArray();
    }

    /** A request that is none, or that may not be made. */
    void refuse(RoutingContext context, MediaType type, Problem problem) {
        var error = new CodedError(problem.code(), problem.detail());
        send(
                context,
                type == MediaType.EVENTS ? MediaType.JSON : type,
                status(problem, type),
                written(Map.of("errors", Errors.specified(List.of(error)))));
    }

    /** Clients that send hashes look for the error in an answer that went well. */
    private static int status(Problem problem, MediaType type) {
        return problem.code() == ErrorCode.PERSISTED_QUERY_NOT_FOUND && type == MediaType.JSON ? 200 : problem.status();
    }

    static Map<String, Object> body(ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", Errors.specified(new ArrayList<>(result.getErrors())));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        if (result.getExtensions() != null && !result.getExtensions().isEmpty()) {
            body.put("extensions", result.getExtensions());
        }
        return body;
    }

    private static int status(ExecutionResult result, MediaType type) {
        if (result.isDataPresent()) {
            return 200;
        }
        int refused = result.getErrors().stream()
                .mapToInt(GraphQLAnswer::status)
                .max()
                .orElse(400);
        return type == MediaType.JSON && refused == 400 ? 200 : refused;
    }

    private static int status(GraphQLError error) {
        if (error instanceof Refused refused) {
            return refused.problem().status();
        }
        return error instanceof CodedError coded ? coded.code().status() : 400;
    }

    private static void send(RoutingContext context, MediaType type, int status, byte[] written) {
        var response = context.response();
        response.setStatusCode(status);
        response.putHeader("Content-Type", type.header());
        response.putHeader("Vary", "Accept, Authorization");
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (status == 405) {
            response.putHeader("Allow", "POST");
        }
        rate(context);
        if (context.request().method().equals(HttpMethod.GET) && status == 200) {
            revalidated(context, written);
        } else {
            response.putHeader("Cache-Control", "no-store");
            response.end(Buffer.buffer(written));
        }
    }

    private static void rate(RoutingContext context) {
        Budget budget = context.get(Budget.KEY);
        if (budget != null && budget.isCounted()) {
            var response = context.response();
            response.putHeader("RateLimit-Policy", budget.policy());
            response.putHeader("RateLimit", budget.state());
            if (budget.retrySeconds() > 0) {
                response.putHeader("Retry-After", Long.toString(budget.retrySeconds()));
            }
        }
    }

    /** What a client has may be used again if it is still the answer. */
    private static void revalidated(RoutingContext context, byte[] written) {
        var response = context.response();
        String tag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(written)) + "\"";
        response.putHeader("ETag", tag);
        response.putHeader("Cache-Control", "private, no-cache");
        String had = context.request().getHeader("If-None-Match");
        if (had != null && (had.equals("*") || had.contains(tag))) {
            response.setStatusCode(304).end();
        } else {
            response.end(Buffer.buffer(written));
        }
    }

    private static byte[] sha256(byte[] written) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(written);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
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

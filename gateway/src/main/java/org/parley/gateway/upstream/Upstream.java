package org.parley.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.token.ServiceTokens;

/**
 * The way to one service: a token for each call, a time-out, and a breaker, so that a service that hangs or is dead
 * costs its own branch of an answer at most the time-out, and nothing once the breaker is open.
 *
 * <p>Calls are asynchronous: a hanging service holds no thread.
 */
public final class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);

    /** How long the same is not said again. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final int MOST_SAID = 100;

    private final String service;
    private final ServiceTokens tokens;
    private final ObjectMapper json;
    private final Guard guard;
    /** What was said of it, and when. */
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    /**
     * The way to {@code service}.
     *
     * @param timeout how long one call may take
     * @param breakerDelay how long the service is left alone when it fails
     */
    public Upstream(String service, ServiceTokens tokens, ObjectMapper json, Duration timeout, Duration breakerDelay) {
        this.service = service;
        this.tokens = tokens;
        this.json = json;
        this.guard = Guard.create()
                .withDescription(service)
                .withTimeout()
                .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .when(failure -> !(failure instanceof WebApplicationException answer) || isFault(answer.getResponse()))
                .requestVolumeThreshold(10)
                .failureRatio(0.5)
                .delay(breakerDelay.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** Asks the service in the name of {@code caller}; {@code call} is given the {@code Authorization} to send. */
    public <T> CompletionStage<T> ask(Caller caller, Function<String, CompletionStage<T>> call) {
        String token = "Bearer " + tokens.tokenFor(service, caller.subject(), caller.scopes());
        CompletionStage<Object> answer;
        try {
            answer = guard.call(() -> call.apply(token).thenApply(Object.class::cast), new TypeLiteral<>() {});
        } catch (Exception e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((found, failure) -> {
            if (failure != null) {
                throw problem(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            @SuppressWarnings("unchecked")
            T result = (T) found;
            return result;
        });
    }

    private static boolean isFault(Response answer) {
        return answer.getStatus() >= 500;
    }

    /** What the service refuses is the caller's to read; what it fails at is ours to log. */
    private ProblemException problem(Throwable failure) {
        if (failure instanceof WebApplicationException answer && !isFault(answer.getResponse())) {
            Problem told = told(answer.getResponse());
            // That our own token is refused is no mistake of the caller.
            if (told != null && told.code() != null && told.code() != ErrorCode.UNAUTHENTICATED) {
                return new ProblemException(told);
            }
        }
        warn(service + " does not answer: " + failure);
        return new ProblemException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "The " + service + " service does not answer. Repeat it shortly.");
    }

    private Problem told(Response answer) {
        try {
            return json.readValue(answer.readEntity(String.class), Problem.class);
        } catch (JsonProcessingException e) {
            warn(service + " refused with " + answer.getStatus() + " and no problem document");
            return null;
        }
    }

    /** Who asks each second and hears the same each time need not say so each second. */
    private void warn(String words) {
        long now = System.nanoTime();
        if (said.size() > MOST_SAID) {
            said.clear();
        }
        Long before = said.get(words);
        if (before == null || now - before > QUIET.toNanos()) {
            said.put(words, now);
            LOG.warn(words);
        }
    }
}

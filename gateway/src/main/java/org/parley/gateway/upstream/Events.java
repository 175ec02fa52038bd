package org.parley.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.token.ServiceTokens;

/** The way to events-service. */
@Singleton
public class Events {

    private final EventsClient client;
    private final Upstream upstream;

    Events(@RestClient EventsClient client, ServiceTokens tokens, ObjectMapper json, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("events", tokens, json, config.timeout(), config.breakerDelay());
    }

    /** Makes one call in the name of {@code caller}. */
    public <T> CompletionStage<T> ask(Caller caller, BiFunction<EventsClient, String, CompletionStage<T>> call) {
        return upstream.ask(caller, token -> call.apply(client, token));
    }

    /** Makes one call; what does not exist is null rather than an error. */
    public <T> CompletionStage<T> orNull(Caller caller, BiFunction<EventsClient, String, CompletionStage<T>> call) {
        return ask(caller, call).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof ProblemException refused && refused.problem().code() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
        });
    }
}

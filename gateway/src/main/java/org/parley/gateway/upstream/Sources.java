package org.parley.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.parley.kit.token.ServiceTokens;

/** The way to sources-service. */
@Singleton
public class Sources {

    private final SourcesClient client;
    private final Upstream upstream;

    Sources(@RestClient SourcesClient client, ServiceTokens tokens, ObjectMapper json, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("sources", tokens, json, config.timeout(), config.breakerDelay());
    }

    /** Makes one call in the name of {@code caller}. */
    public <T> CompletionStage<T> ask(Caller caller, BiFunction<SourcesClient, String, CompletionStage<T>> call) {
        return upstream.ask(caller, token -> call.apply(client, token));
    }
}

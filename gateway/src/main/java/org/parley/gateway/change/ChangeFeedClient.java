package org.parley.gateway.change;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.parley.gateway.upstream.Lenient;

/** The change feed of events-service; apart from its other calls, since this one waits. */
@RegisterRestClient(configKey = "changes")
@Path("/v1/changes")
interface ChangeFeedClient {

    @GET
    CompletionStage<ChangePage> read(
            @HeaderParam(AUTHORIZATION) String token,
            @QueryParam("after") String after,
            @QueryParam("limit") int limit,
            @QueryParam("wait") long wait);

    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper json) {
        return Lenient.reader(json);
    }
}

package org.parley.gateway.door;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Without TLS there is HTTP/1.1 alone: a client that asks to go on in HTTP/2 (as the JDK's does with each first request)
 * is answered in the version it asked in. Vert.x would switch before the request's body is read, and lose it.
 */
@Singleton
class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        // The extension also offers an older protocol, which ours does not speak.
        options.setWebSocketSubProtocols(List.of("graphql-transport-ws"));
    }
}

package org.parley.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * The way an operation came by.
 *
 * @param queriesOnly whether it can be a link that something follows unasked
 * @param streams whether it can carry an answer of many parts
 */
record Way(boolean queriesOnly, boolean streams) {

    static final Way SOCKET = new Way(false, true);

    static Way of(RoutingContext context, boolean batch) {
        return new Way(
                context.request().method().equals(HttpMethod.GET),
                !batch && MediaType.takesEvents(context.parsedHeaders().accept()));
    }
}

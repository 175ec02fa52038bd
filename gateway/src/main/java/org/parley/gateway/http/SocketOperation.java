package org.parley.gateway.http;

import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import org.parley.gateway.schema.Errors;
import org.reactivestreams.Publisher;

/** One operation of a socket, with a context of its own as a request has it. Used on the socket's thread only. */
final class SocketOperation {

    private final Context context;
    private final EventStream.Client client;
    private final EventStream events;
    private boolean over;

    SocketOperation(Context socket, EventStream.Client client) {
        this.context = VertxContext.createNewDuplicatedContext(socket);
        VertxContextSafetyToggle.setContextSafe(context, true);
        this.client = client;
        this.events = new EventStream(context, client);
    }

    void run(
            GraphQLHandler handler,
            CurrentIdentityAssociation identities,
            RoutingContext upgrade,
            SecurityIdentity identity,
            JsonObject operation) {
        context.runOnContext(ignored -> {
            ManagedContext requests = Arc.container().requestContext();
            ContextState state = requests.activate();
            try {
                identities.setIdentity(identity);
                handler.execute(upgrade, operation, identity, Way.SOCKET, result -> {
                    context.runOnContext(back -> answer(result));
                    if (!(result.getData() instanceof Publisher<?>)) {
                        requests.destroy(state);
                    }
                });
            } finally {
                requests.deactivate();
            }
        });
    }

    /** What comes of it is not wanted any more. */
    void cancel() {
        over = true;
        events.cancel();
    }

    private void answer(ExecutionResult result) {
        if (over) {
            return;
        }
        if (result.getData() instanceof Publisher<?>) {
            Publisher<ExecutionResult> results = result.getData();
            results.subscribe(events);
        } else if (result.isDataPresent()) {
            client.next(GraphQLAnswer.body(result), () -> {});
            client.complete();
        } else {
            client.error(Errors.specified(result.getErrors()));
        }
    }
}

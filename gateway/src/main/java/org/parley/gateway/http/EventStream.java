package org.parley.gateway.http;

import graphql.ExecutionResult;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.parley.gateway.schema.CodedError;
import org.parley.gateway.schema.Errors;
import org.parley.kit.problem.ErrorCode;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Hands the results of a subscription to a client, one at a time: the next is asked for when the client has taken the
 * one before, so that a slow one holds up nothing but itself.
 */
final class EventStream implements Subscriber<ExecutionResult> {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final Context context;
    private final Client client;
    private Subscription subscription;
    private boolean over;

    /** Calls {@code client} on {@code context} only. */
    EventStream(Context context, Client client) {
        this.context = context;
        this.client = client;
    }

    /** Where results go. */
    interface Client {

        /** One result; {@code taken} runs when there is room for another. */
        void next(Map<String, Object> result, Runnable taken);

        /** The end, by these errors. */
        void error(List<Map<String, Object>> errors);

        /** The end. */
        void complete();
    }

    /** Ends it from the client's side. Called on the context. */
    void cancel() {
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ExecutionResult result) {
        on(() -> {
            if (Errors.endsStream(result)) {
                cancel();
                client.error(Errors.specified(result.getErrors()));
            } else {
                client.next(GraphQLAnswer.body(result), () -> subscription.request(1));
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("A subscription failed", failure);
        on(() -> {
            over = true;
            client.error(Errors.specified(
                    List.of(new CodedError(ErrorCode.INTERNAL, "Something went wrong here; it is logged."))));
        });
    }

    @Override
    public void onComplete() {
        on(() -> {
            over = true;
            client.complete();
        });
    }

    private void on(Runnable step) {
        context.runOnContext(ignored -> {
            if (!over) {
                step.run();
            }
        });
    }
}

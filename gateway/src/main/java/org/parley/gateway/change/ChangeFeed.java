package org.parley.gateway.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.Upstream;
import org.parley.gateway.upstream.UpstreamConfig;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.token.ServiceTokens;

/**
 * Follows the change feed for everybody who subscribes.
 *
 * <p>Each subscription has its own place in the feed and reads on when its client has taken what was read: one that is
 * slow or gone costs a page of memory and no other anything. Reads from the same place are one read, and all who are up
 * to date are at the same place, so that they wait for news with a single request.
 */
@Singleton
class ChangeFeed {

    private static final int PAGE = 200;
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    /** In the gateway's own name, since the answer serves several callers; who may read may read all of it. */
    private static final Caller GATEWAY = new Caller("gateway", Set.of("feed", "read"));

    private final ChangeFeedClient client;
    private final Events events;
    private final Upstream upstream;
    private final Duration wait;
    private final ConcurrentHashMap<String, CompletableFuture<ChangePage>> reads = new ConcurrentHashMap<>();

    ChangeFeed(
            @RestClient ChangeFeedClient client,
            Events events,
            ServiceTokens tokens,
            ObjectMapper json,
            UpstreamConfig config) {
        this.client = client;
        this.events = events;
        this.wait = config.feedWait();
        this.upstream = new Upstream("events", tokens, json, wait.plus(config.timeout()), config.breakerDelay());
    }

    /** A change and the cursor behind it. */
    record At(Change change, String cursor) {}

    /**
     * What changes from {@code after} on (null: from now on), without end. Fails with CURSOR_EXPIRED or BAD_USER_INPUT for
     * a cursor that is no good; a service that is away is waited for.
     */
    Multi<At> from(String after) {
        Uni<ChangeCursor> start = after == null
                ? patient(Uni.createFrom().completionStage(this::head))
                : Uni.createFrom().item(() -> ChangeCursor.parse(after));
        return start.toMulti()
                .onItem()
                .transformToMultiAndConcatenate(this::following)
                .onItem()
                .transformToIterable(page -> page);
    }

    private CompletionStage<ChangeCursor> head() {
        return events.ask(GATEWAY, (service, token) -> service.status(token))
                .thenApply(status -> new ChangeCursor(status.path("feedHead").asText(), 0));
    }

    private Multi<List<At>> following(ChangeCursor start) {
        AtomicReference<ChangeCursor> place = new AtomicReference<>(start);
        return Multi.createBy()
                .repeating()
                .uni(() -> patient(Uni.createFrom()
                                .completionStage(() -> read(place.get().page())))
                        .map(page -> advance(place, page)))
                .indefinitely();
    }

    private static List<At> advance(AtomicReference<ChangeCursor> place, ChangePage page) {
        ChangeCursor before = place.get();
        List<At> found = new ArrayList<>();
        for (int i = before.seen(); i < page.events().size(); i++) {
            boolean last = i + 1 == page.events().size();
            ChangeCursor behind = last ? new ChangeCursor(page.next(), 0) : new ChangeCursor(before.page(), i + 1);
            found.add(new At(page.events().get(i), behind.encoded()));
        }
        place.set(new ChangeCursor(
                page.next(), Math.max(0, before.seen() - page.events().size())));
        return found;
    }

    private CompletableFuture<ChangePage> read(String place) {
        CompletableFuture<ChangePage> mine = new CompletableFuture<>();
        CompletableFuture<ChangePage> others = reads.putIfAbsent(place, mine);
        if (others != null) {
            return others.copy();
        }
        upstream.ask(GATEWAY, token -> client.read(token, place, PAGE, wait.toSeconds()))
                .whenComplete((page, failure) -> {
                    reads.remove(place);
                    if (failure == null) {
                        mine.complete(page);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
        // A copy for each: who unsubscribes cancels its own.
        return mine.copy();
    }

    private static <T> Uni<T> patient(Uni<T> read) {
        return read.onFailure(ChangeFeed::isAway)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    private static boolean isAway(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException problem && problem.problem().code() == ErrorCode.UPSTREAM_UNAVAILABLE;
    }
}

package org.parley.gateway.kept;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.EventsClient;
import org.parley.gateway.upstream.Sources;
import org.parley.gateway.upstream.SourcesClient;

/**
 * Asks the services which states they are in. One question is under way at a time; who comes meanwhile shares the next
 * one, never the one that began before: what was written by then could be missing in it.
 */
@Singleton
class RecordStates {

    private static final Caller SELF = new Caller("gateway", Set.of("read"));

    /** Longer than this nobody's query waits for it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A service that did not tell is not asked again at once. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How old a state may be that an answer is kept under: an older one is likely to be over. */
    private static final Duration RECENT = Duration.ofSeconds(1);

    private final Sources sources;
    private final Events events;

    private boolean asking;
    private CompletableFuture<RecordState> waiting;
    private volatile Told last;

    RecordStates(Sources sources, Events events) {
        this.sources = sources;
        this.events = events;
    }

    /** What came of a question, and when: null if a service did not tell. */
    private record Told(RecordState state, long nanos) {

        boolean within(Duration time) {
            return System.nanoTime() - nanos < time.toNanos();
        }
    }

    /** The state at a moment in the last second; null if none is known. */
    RecordState recent() {
        Told told = last;
        return told != null && told.within(RECENT) ? told.state : null;
    }

    /** The state at a moment after this call; null if a service does not tell. */
    CompletableFuture<RecordState> now() {
        Told told = last;
        if (told != null && told.state == null && told.within(PAUSE)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<RecordState> mine;
        synchronized (this) {
            if (waiting == null) {
                waiting = new CompletableFuture<>();
            }
            mine = waiting;
            if (asking) {
                return mine;
            }
            asking = true;
            waiting = null;
        }
        ask(mine);
        return mine;
    }

    private void ask(CompletableFuture<RecordState> those) {
        CompletableFuture.completedFuture(SELF)
                .thenCompose(self -> sources.ask(self, SourcesClient::snapshot))
                .thenCombine(
                        events.ask(SELF, EventsClient::snapshot),
                        (one, other) -> new RecordState(one.state(), other.state()))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(away -> null)
                .thenAccept(state -> told(those, state));
    }

    private void told(CompletableFuture<RecordState> those, RecordState state) {
        last = new Told(state, System.nanoTime());
        CompletableFuture<RecordState> next;
        synchronized (this) {
            next = waiting;
            waiting = null;
            asking = next != null;
        }
        if (next != null) {
            ask(next);
        }
        those.complete(state);
    }
}

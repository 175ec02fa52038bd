package org.parley.gateway.join;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.parley.gateway.upstream.Caller;

/**
 * Reads that requests of the same rights make at a time. While a call is under way, those that come are gathered and made
 * as one when it ends: most of what a call costs is not its rows. Nobody shares a call that began before the request
 * came, so what is read is as new as if it were read alone.
 */
@Singleton
class SharedReads {

    /** Longer than this nobody waits for the call of others: it may hang. */
    private static final long PATIENCE_MILLIS = 20;

    private final Vertx vertx;
    /** What is gathered of each kind of which a call is under way. */
    private final Map<Kind, Gathered<?, ?>> gathered = new HashMap<>();

    SharedReads(Vertx vertx) {
        this.vertx = vertx;
    }

    private record Kind(Caller caller, String what) {}

    private static final class Gathered<K, V> {

        private final Set<K> keys = new HashSet<>();
        private final CompletableFuture<Map<K, V>> rows = new CompletableFuture<>();
    }

    /**
     * Reads the rows of {@code keys}, and perhaps others.
     *
     * @param what all that the read depends on besides its keys and who asks
     * @param most how many keys one call takes
     */
    <K, V> CompletionStage<Map<K, V>> read(
            Caller caller, String what, Set<K> keys, int most, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        Kind kind = new Kind(caller, what);
        Gathered<K, V> others;
        boolean first;
        boolean joins;
        synchronized (gathered) {
            others = gathered(kind);
            joins = others != null && others.keys.size() + keys.size() <= most;
            first = joins && others.keys.isEmpty();
            if (joins) {
                others.keys.addAll(keys);
            } else if (others == null) {
                gathered.put(kind, new Gathered<K, V>());
            }
        }
        if (!joins) {
            return others == null ? call(kind, keys, read) : read.apply(keys);
        }
        Context here = vertx.getOrCreateContext();
        if (first) {
            vertx.setTimer(PATIENCE_MILLIS, late -> make(kind, others, read));
        }
        // Everybody goes on where it was, not where the call was made.
        CompletableFuture<Map<K, V>> mine = new CompletableFuture<>();
        others.rows.whenComplete((rows, failure) -> here.runOnContext(back -> {
            if (failure == null) {
                mine.complete(rows);
            } else {
                mine.completeExceptionally(failure);
            }
        }));
        return mine;
    }

    private <K, V> CompletionStage<Map<K, V>> call(
            Kind kind, Set<K> keys, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        CompletionStage<Map<K, V>> rows;
        try {
            rows = read.apply(keys);
        } catch (RuntimeException e) {
            rows = CompletableFuture.failedFuture(e);
        }
        return rows.whenComplete((found, failure) -> {
            Gathered<K, V> next;
            synchronized (gathered) {
                next = gathered(kind);
                if (next != null && next.keys.isEmpty()) {
                    gathered.remove(kind);
                }
            }
            make(kind, next, read);
        });
    }

    /** Makes the call for those who were gathered, unless it is made already or there are none. */
    private <K, V> void make(Kind kind, Gathered<K, V> those, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        synchronized (gathered) {
            if (those == null || those.keys.isEmpty() || gathered.get(kind) != those) {
                return;
            }
            gathered.put(kind, new Gathered<K, V>());
        }
        call(kind, those.keys, read).whenComplete((rows, failure) -> {
            if (failure == null) {
                those.rows.complete(rows);
            } else {
                those.rows.completeExceptionally(failure);
            }
        });
    }

    /** Calls of a kind have keys and rows of one type. */
    @SuppressWarnings("unchecked")
    private <K, V> Gathered<K, V> gathered(Kind kind) {
        return (Gathered<K, V>) gathered.get(kind);
    }
}

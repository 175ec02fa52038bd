package org.parley.gateway.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/**
 * Answers that were given before, and are given again only while nothing has been written since: each time the services
 * are asked for the state of their databases, so an answer from here is never older than one that is worked out.
 */
@Singleton
public class KeptAnswers {

    /** No single answer may push out most others. */
    private static final int SHARE = 8;

    private final RecordStates states;
    private final long mostBytes;
    private final Cache<Question, Kept> answers;

    KeptAnswers(RecordStates states, KeptConfig config) {
        this.states = states;
        this.mostBytes = config.mostBytes();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Question question, Kept kept) -> question.bytes() + kept.json.length)
                .build();
    }

    private record Kept(RecordState state, byte[] json, int cost) {}

    /** What is known of a question: its answer, or else how to keep the one that is now worked out. */
    public static final class Found {

        private static final Found NOTHING = new Found(null, null, null);

        private final Question question;
        private final RecordState state;
        private final Kept kept;

        private Found(Question question, RecordState state, Kept kept) {
            this.question = question;
            this.state = state;
            this.kept = kept;
        }

        /** The answer as it is written; null if it has to be worked out. */
        public byte[] json() {
            return kept == null ? null : kept.json;
        }

        /** What the answer cost to work out. */
        public int cost() {
            return kept.cost;
        }

        /** Whether an answer that is worked out from now on can be kept. */
        public boolean canKeep() {
            return state != null;
        }
    }

    /** Looks for an answer that is as good as one worked out after this call. */
    public CompletableFuture<Found> find(Question question) {
        if (mostBytes == 0 || Fleeting.mayBeIn(question.document())) {
            return CompletableFuture.completedFuture(Found.NOTHING);
        }
        Kept kept = answers.getIfPresent(question);
        RecordState recent = kept == null ? states.recent() : null;
        // What is worked out from now on is no older than a state of before: it may be kept under that.
        return recent != null
                ? CompletableFuture.completedFuture(new Found(question, recent, null))
                : states.now()
                        .thenApply(state ->
                                new Found(question, state, kept != null && kept.state.equals(state) ? kept : null));
    }

    /** Keeps an answer that was worked out after it was looked for. */
    public void keep(Found asked, byte[] json, int cost) {
        if (json.length <= mostBytes / SHARE) {
            answers.put(asked.question, new Kept(asked.state, json, cost));
        }
    }
}

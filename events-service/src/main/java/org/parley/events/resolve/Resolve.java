package org.parley.events.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Conflicts;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.utterance.UtteranceBook;

/**
 * What follows for the rest of the record when statements were added, read again, corrected or taken out.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Resolve {

    private Resolve() {}

    /** Waits until nobody else resolves; before any write, so that the change feed keeps this order. */
    public static void alone(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtext('parley resolve'))");
    }

    /**
     * Brings everything that rests on these statements up to date.
     *
     * @param touched statements that are there anew, changed, or gone
     * @param now when what follows is known from
     */
    public static void after(Handle handle, Collection<UUID> touched, Instant now) {
        UtteranceBook.Outcome utterances = new UtteranceBook(handle, now).regroup(touched);
        List<Doubt> possible = utterances.possible().stream()
                .map(pair -> Doubt.ofTwo(
                        Doubts.Kind.UTTERANCE,
                        pair.one().statement(),
                        pair.other().statement(),
                        "These two may be one utterance: %s.".formatted(pair.why()),
                        pair.score()))
                .toList();
        Set<UUID> seen = new HashSet<>(touched);
        seen.addAll(utterances.statements());
        Doubts.enter(handle, Doubts.Kind.UTTERANCE, seen, possible, now);
        Conflicts.after(handle, touched, utterances, now);
    }
}

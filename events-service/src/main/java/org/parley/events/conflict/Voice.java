package org.parley.events.conflict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.position.Expressed;
import org.parley.extraction.StanceValue;

/**
 * One place that tells where a holder stands.
 *
 * @param told whether somebody else tells it: another speaker, or an article in its own voice
 * @param own whether it tells the holder's stance, and not what somebody of its party denies of it
 * @param statement that tells it, or null where {@code assertion} does
 * @param outlet of an assertion
 */
record Voice(
        StanceValue stance,
        Set<StanceValue> denies,
        boolean told,
        boolean own,
        UUID version,
        LocalDate day,
        UUID statement,
        Evidence assertion,
        String outlet) {

    /** In the order of their days. */
    static final Comparator<Voice> ORDER = Comparator.comparing(Voice::day)
            .thenComparing(voice -> String.valueOf(voice.statement()))
            .thenComparing(voice -> String.valueOf(voice.assertion()));

    static Voice of(Expressed one, UUID holder) {
        boolean denies = !one.denies().isEmpty() && one.claimedBy() == null;
        return new Voice(
                one.stance(),
                denies ? one.denies() : Set.of(),
                one.claimedBy() != null,
                one.holder().equals(holder) && !denies,
                one.version(),
                one.day(),
                one.statement(),
                null,
                null);
    }

    static Voice of(ToldStances.Telling one) {
        return new Voice(
                one.stance(), Set.of(), true, true, one.version(), one.day(), null, one.evidence(), one.outlet());
    }

    /** For people. */
    String value() {
        return denies.isEmpty() ? stance.name() : "denies " + denies.iterator().next();
    }
}

package org.parley.events.utterance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** Tells the change feed of utterances that one more origin, independent of the others, has reported. */
@ApplicationScoped
public class Corroborations {

    private static final String TYPE = "org.parley.utterance.corroborated.v1";

    private final Utterances utterances;
    private final Changes changes;

    Corroborations(Utterances utterances, Changes changes) {
        this.utterances = utterances;
        this.changes = changes;
    }

    /**
     * Adds the events to the transaction that has entered what is new.
     *
     * @param now when what it entered is known from: until right before it the record was as it was
     */
    public void tell(Collection<UUID> corroborated, Instant now, String reason) {
        if (corroborated.isEmpty()) {
            return;
        }
        List<UUID> ids = List.copyOf(corroborated);
        List<UtteranceView> before = utterances.byIds(ids, now.minus(1, ChronoUnit.MICROS));
        List<UtteranceView> after = utterances.byIds(ids, null);
        for (int i = 0; i < ids.size(); i++) {
            changes.record(TYPE, ids.get(i).toString(), new ChangeData(before.get(i), after.get(i), reason));
        }
    }
}

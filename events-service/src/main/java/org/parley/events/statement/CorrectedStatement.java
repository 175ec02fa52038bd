package org.parley.events.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;

/** What a person says is right of a statement instead of what was read; null for what is right as read. */
public record CorrectedStatement(
        UUID speakerId,
        LocalDate statedOn,
        SpeechAct act,
        Boolean negated,
        List<Stance> stances,
        List<CorrectedWords> spans) {

    /** Nothing is corrected. */
    static final CorrectedStatement NOTHING = new CorrectedStatement(null, null, null, null, null, null);

    public CorrectedStatement {
        stances = stances == null ? List.of() : List.copyOf(stances);
        spans = spans == null ? List.of() : List.copyOf(spans);
    }

    /** Toward a proposal; {@code versionId} null for all its versions, {@code value} null for no stance. */
    public record Stance(UUID proposalId, UUID versionId, StanceValue value) {}
}

package org.parley.events.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.conflict.ConflictResolution;
import org.parley.events.statement.CorrectedWords;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;

/**
 * What is right instead. A member that is null is right as it stands.
 *
 * @param speakerId who says it
 * @param statedOn the day it was said
 * @param stances toward proposals that the statement speaks of
 * @param spans the words that were said, in the article version that was read last
 * @param resolution of a conflict
 */
@JsonInclude(Include.NON_NULL)
record Correction(
        UUID speakerId,
        LocalDate statedOn,
        SpeechAct act,
        Boolean negated,
        List<Stance> stances,
        List<CorrectedWords> spans,
        ConflictResolution resolution) {

    /** The stance toward one proposal; {@code value} null for none. */
    record Stance(UUID proposalId, UUID versionId, StanceValue value) {}

    boolean ofStatement() {
        return speakerId != null
                || statedOn != null
                || act != null
                || negated != null
                || stances != null
                || spans != null;
    }

    Correction with(List<CorrectedWords> words) {
        return new Correction(speakerId, statedOn, act, negated, stances, words, resolution);
    }
}

package org.parley.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.parley.gateway.conflict.ConflictResolution;
import org.parley.gateway.statement.SpeechAct;
import org.parley.gateway.statement.StanceValue;

/** A decision as events-service takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionRequest(
        ReviewKind kind, List<String> subjectIds, Verdict verdict, String note, Correction correction) {

    /** What the row should say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(
            String speakerId,
            LocalDate statedOn,
            SpeechAct act,
            Boolean negated,
            List<Stance> stances,
            List<SpanInput> spans,
            ConflictResolution resolution) {}

    /** How a speaker stands to a proposal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stance(String proposalId, String versionId, StanceValue value) {}
}

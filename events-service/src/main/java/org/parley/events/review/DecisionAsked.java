package org.parley.events.review;

import java.util.List;
import java.util.UUID;
import org.parley.events.doubt.Doubts.Kind;
import org.parley.kit.problem.ProblemException;

/**
 * {@code POST /v1/review/decisions}.
 *
 * @param subjectIds one row, or two for what may be the same
 * @param correction with CORRECT only
 * @param note for those who look at it later; may be null
 */
record DecisionAsked(Kind kind, List<UUID> subjectIds, Verdict verdict, Correction correction, String note) {

    private static final int LONGEST_NOTE = 2_000;

    /** @throws ProblemException naming the member that does not fit; else the same with the ids in order */
    DecisionAsked checked() {
        need(kind != null, "kind", "has to be one of STATEMENT, UTTERANCE, ACTOR, PROPOSAL, CONFLICT");
        need(verdict != null, "verdict", "has to be one of ACCEPT, CORRECT, REJECT");
        boolean two = kind == Kind.UTTERANCE || kind == Kind.ACTOR || kind == Kind.PROPOSAL;
        need(
                subjectIds != null && subjectIds.size() == (two ? 2 : 1) && !subjectIds.contains(null),
                "subjectIds",
                two ? "has to name the two rows that may be the same" : "has to name one row");
        need(!two || !subjectIds.get(0).equals(subjectIds.get(1)), "subjectIds", "has to name two different rows");
        need(verdict == Verdict.CORRECT || correction == null, "correction", "goes with the verdict CORRECT only");
        if (verdict == Verdict.CORRECT) {
            need(
                    kind == Kind.STATEMENT || kind == Kind.CONFLICT,
                    "verdict",
                    "can be CORRECT for a statement or a conflict only");
            need(
                    correction != null
                            && (kind == Kind.STATEMENT ? correction.ofStatement() : correction.resolution() != null),
                    "correction",
                    kind == Kind.STATEMENT
                            ? "has to say what is right: speakerId, statedOn, act, negated, stances or spans"
                            : "has to give the resolution");
        }
        need(note == null || note.length() <= LONGEST_NOTE, "note", "can have at most " + LONGEST_NOTE + " characters");
        need(
                kind != Kind.PROPOSAL || verdict != Verdict.ACCEPT,
                "verdict",
                "cannot be ACCEPT for proposals: merge them with /v1/proposals/merge");
        List<UUID> ordered = subjectIds.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        return new DecisionAsked(kind, ordered, verdict, correction, note);
    }

    DecisionAsked with(Correction exact) {
        return new DecisionAsked(kind, subjectIds, verdict, exact, note);
    }

    private static void need(boolean holds, String field, String message) {
        if (!holds) {
            throw ProblemException.badInput(field, message);
        }
    }
}

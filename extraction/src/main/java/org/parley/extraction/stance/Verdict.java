package org.parley.extraction.stance;

import java.util.EnumSet;
import java.util.Set;
import org.parley.extraction.StanceValue;

/** What all that is told of a proposal comes to. */
final class Verdict {

    private static final Set<Attitude> FAVOUR = EnumSet.of(Attitude.FOR, Attitude.FOR_DEED, Attitude.URGED);
    private static final Set<Attitude> AGAINST = EnumSet.of(Attitude.AGAINST, Attitude.AGAINST_DEED, Attitude.HURT);

    private Verdict() {}

    /** Whether one does so only with something like a proposal, named or not: "we will sign", "we could live with that". */
    static boolean areOfProposals(Set<Attitude> told) {
        return told.stream()
                .anyMatch(one -> Attitudes.DEEDS.contains(one) || one == Attitude.BASIS || one == Attitude.HURT);
    }

    /** The stance all that is told comes to; null where it takes no side. */
    static StanceValue of(Set<Attitude> told) {
        boolean basis = told.contains(Attitude.BASIS);
        boolean positive = told.stream().anyMatch(FAVOUR::contains);
        boolean against = told.stream().anyMatch(AGAINST::contains);
        boolean doubt = told.contains(Attitude.DOUBT);
        boolean reserve = told.contains(Attitude.YIELD) && told.contains(Attitude.BUT);
        boolean open = told.contains(Attitude.CONDITION) || told.contains(Attitude.POSSIBLE);
        if (positive || basis) {
            if (against || doubt) {
                return StanceValue.CONDITIONAL_SUPPORT; // "better than the strike and worse than we hoped"
            }
            if (told.contains(Attitude.PART)) {
                return StanceValue.PARTIAL_ACCEPTANCE;
            }
            boolean done = told.contains(Attitude.FOR_DEED); // "not perfect, but we will sign it"
            return (basis && !done) || open || reserve || told.contains(Attitude.MUST)
                    ? StanceValue.CONDITIONAL_SUPPORT
                    : StanceValue.SUPPORT;
        }
        if (told.contains(Attitude.UNDO) && told.contains(Attitude.CONDITION)) {
            return StanceValue.CONDITIONAL_SUPPORT; // "will withdraw if": still in it
        }
        boolean threat = told.contains(Attitude.AGAINST_DEED)
                && told.contains(Attitude.CONDITION)
                && !told.contains(Attitude.AGAINST)
                && !told.contains(Attitude.HURT);
        if (threat || (against && told.contains(Attitude.UNLESS))) {
            return StanceValue.CONDITIONAL_SUPPORT; // "will not sign unless", "would walk away if": may yet
        }
        if (against) {
            return StanceValue.OPPOSE;
        }
        if (doubt) {
            return StanceValue.SCEPTICAL;
        }
        if (told.contains(Attitude.WAIT)) {
            return StanceValue.NO_PUBLIC_COMMITMENT;
        }
        return told.contains(Attitude.MUST) ? StanceValue.CONDITIONAL_SUPPORT : null;
    }
}

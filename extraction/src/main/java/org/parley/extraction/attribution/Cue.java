package org.parley.extraction.attribution;

/**
 * A row of the cue table.
 *
 * @param lemma dictionary form; a verb may bring its particle ("call for")
 * @param type what saying it does
 * @param clause what can be its content: a clause, a quotation only, or neither
 * @param object what its noun object is
 * @param strength 3 nearly always speech, 2 often, 1 only with a clause, a quotation or a named speaker
 */
record Cue(String lemma, CueClass type, Clause clause, Argument object, int strength) {

    enum Clause {
        YES,
        QUOTE,
        NO
    }

    enum Argument {
        /** Who is told: "told reporters". */
        HEARER,
        /** What is said: "rejected the plan". */
        CONTENT,
        /** What an opinion is about: "praised him". */
        TARGET,
        NO
    }

    boolean takesQuotation() {
        return clause != Clause.NO || (object != Argument.NO && strength >= 2);
    }

    /** How surely it is one of saying, from 0 to 1. */
    double certainty() {
        double byStrength = strength == 3 ? 1 : strength == 2 ? 0.94 : 0.85;
        return byStrength * (isMental() ? 0.75 : 1);
    }

    boolean isMental() {
        return type == CueClass.THINK || type == CueClass.EVIDENCE;
    }
}

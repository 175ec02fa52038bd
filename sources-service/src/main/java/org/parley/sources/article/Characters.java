package org.parley.sources.article;

import org.parley.kit.problem.ProblemException;

/** Refuses characters that are none: they could be neither stored nor counted the same way everywhere. */
final class Characters {

    private Characters() {}

    static void check(String field, String value) {
        for (int at = 0; at < value.length(); at++) {
            char unit = value.charAt(at);
            if (unit == 0) {
                throw ProblemException.badInput(
                        field, "has a NUL character (U+0000) at position " + at + ": remove it");
            }
            if (Character.isSurrogate(unit)) {
                if (Character.isHighSurrogate(unit)
                        && at + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(at + 1))) {
                    at++;
                } else {
                    throw ProblemException.badInput(
                            field,
                            "has half of a surrogate pair (U+%04X) at position %d: send the whole character or remove it"
                                    .formatted((int) unit, at));
                }
            }
        }
    }
}

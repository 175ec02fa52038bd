package org.parley.events.table;

import org.parley.kit.problem.ProblemException;

/** The body of a request. */
public final class Body {

    private Body() {}

    /** @throws ProblemException when there is none: JSON's {@code null}, or nothing at all */
    public static <T> T given(T body) {
        if (body == null) {
            throw ProblemException.badInput(null, "the body has to be a JSON object");
        }
        return body;
    }
}

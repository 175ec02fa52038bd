package org.parley.kit.repeat;

import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Edits of what their editor has read, and of nothing else: the version is the row's {@code ETag}. */
public final class IfMatch {

    /** The header the version comes in. */
    public static final String HEADER = "If-Match";

    private IfMatch() {}

    /**
     * Refuses an edit of a row that is not any more what its editor read. To be asked once the row is locked.
     *
     * @param ifMatch the version he read, in quotes; null or {@code *} edits whatever is there
     * @throws ProblemException CONFLICT with the status 412, or one naming {@code If-Match} if it is no version
     */
    public static void expect(String ifMatch, int version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (!ifMatch.strip().matches("\"?\\d{1,9}\"?")) {
            throw ProblemException.badInput(HEADER, "has to be a version in quotes, such as \"3\", or *");
        }
        int expected = Integer.parseInt(ifMatch.strip().replace("\"", ""));
        if (expected != version) {
            throw ProblemException.at(
                    ErrorCode.CONFLICT,
                    412,
                    null,
                    "It was changed meanwhile: it is at version %d, not %d. Read it again, then repeat the edit."
                            .formatted(version, expected));
        }
    }
}

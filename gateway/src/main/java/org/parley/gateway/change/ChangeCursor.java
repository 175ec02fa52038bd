package org.parley.gateway.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.parley.kit.problem.ProblemException;

/**
 * A place between two changes. The feed has cursors for its pages alone, so this is one of those and the number of
 * changes behind it that were seen; the feed's order never changes, so it holds for ever.
 */
record ChangeCursor(String page, int seen) {

    private static final char BETWEEN = ' ';

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((page + BETWEEN + seen).getBytes(UTF_8));
    }

    static ChangeCursor parse(String text) {
        try {
            String both = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            int between = both.indexOf(BETWEEN);
            int seen = Integer.parseInt(both.substring(between + 1));
            if (between > 0 && seen >= 0) {
                return new ChangeCursor(both.substring(0, between), seen);
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw bad();
        }
        throw bad();
    }

    private static ProblemException bad() {
        return ProblemException.badInput("after", "is no cursor of a subscription");
    }
}

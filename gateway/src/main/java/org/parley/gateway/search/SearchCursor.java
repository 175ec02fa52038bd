package org.parley.gateway.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.kit.problem.ProblemException;

/**
 * Where a search that two services answer stands: the cursor of the last row taken from each, null where none was.
 *
 * @param sources of sources-service
 * @param events of events-service
 */
record SearchCursor(String sources, String events) {

    static final SearchCursor START = new SearchCursor(null, null);

    /** A space is in neither: the services' cursors are base64url or the like. */
    private static final String BETWEEN = " ";

    String encoded() {
        String both = text(sources) + BETWEEN + text(events);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static SearchCursor parse(String text) {
        if (text == null) {
            return START;
        }
        try {
            String[] both = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (both.length == 2) {
                return new SearchCursor(orNull(both[0]), orNull(both[1]));
            }
        } catch (IllegalArgumentException e) {
            throw bad();
        }
        throw bad();
    }

    private static String text(String cursor) {
        return cursor == null ? "" : cursor;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ProblemException bad() {
        return ProblemException.badInput("after", "is no cursor of a search");
    }
}

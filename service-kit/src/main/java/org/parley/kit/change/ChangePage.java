package org.parley.kit.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/**
 * A part of the change feed.
 *
 * @param events in the feed's order
 * @param next the cursor behind the last of them; the one that was passed if there are none
 * @param more whether rows beyond {@code next} are there already
 */
public record ChangePage(List<CloudEvent> events, String next, boolean more) {

    /** The page as JSON in UTF-8. Events are text already; that a library copied each character once more was most of a page's cost. */
    byte[] json() {
        StringBuilder json = new StringBuilder(1_000 * events.size() + 200).append("{\"events\":[");
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            events.get(i).write(json);
        }
        json.append("],\"next\":\"");
        JsonStringEncoder.getInstance().quoteAsString(next, json);
        return json.append("\",\"more\":").append(more).append('}').toString().getBytes(UTF_8);
    }
}

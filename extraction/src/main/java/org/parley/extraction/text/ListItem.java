package org.parley.extraction.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that starts with a bullet or a number. */
final class ListItem {

    private static final Pattern MARKER =
            Pattern.compile("^(?:[-*\u2022\u00b7\u2013\u25cf\u25aa\u25e6]\\s+|\\(?(?:\\d{1,2}|[a-z])[.)]\\s+)(?=\\S)");

    private ListItem() {}

    /** Length of bullet and space, 0 when the line is no item. */
    static int markerLength(String line) {
        Matcher marker = MARKER.matcher(line);
        return marker.find() ? marker.end() : 0;
    }
}

package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;

/** The lines of a text that hold more than white space. */
public final class Paragraphs {

    private Paragraphs() {}

    /** Every line that is not blank, without the white space around it, in order. */
    public static List<Span> of(String text) {
        List<Span> found = new ArrayList<>();
        int lineStart = 0;
        char[] chars = text.toCharArray();
        int length = chars.length;
        for (int at = 0; at <= length; at++) {
            if (at == length || endsLine(chars[at])) {
                addTrimmed(text, lineStart, at, found);
                lineStart = at + 1;
            }
        }
        return found;
    }

    private static void addTrimmed(String text, int from, int to, List<Span> found) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            found.add(new Span(start, end));
        }
    }

    private static boolean endsLine(char c) {
        return (c < ' ' || c > '~') && isLineEnd(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c);
    }
}

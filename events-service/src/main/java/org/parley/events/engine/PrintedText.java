package org.parley.events.engine;

import org.parley.extraction.Span;

/**
 * Finds words in an article's text that somebody has copied from it: white space, quotation marks and dashes may have
 * another form, nothing else.
 */
final class PrintedText {

    private static final int NOWHERE = -1;

    private final String plain;
    /** For each character of {@link #plain} where it stands in the text; one more for the end. */
    private final int[] places;

    PrintedText(String text) {
        StringBuilder builder = new StringBuilder(text.length());
        int[] at = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            char c = plain(text.charAt(i));
            if (c != ' ' || (builder.length() > 0 && builder.charAt(builder.length() - 1) != ' ')) {
                at[builder.length()] = i;
                builder.append(c);
            }
        }
        plain = builder.toString();
        at[plain.length()] = text.length();
        places = at;
    }

    /** Where the words stand, the place nearest to {@code near} of several; null when they stand nowhere. */
    Span find(String words, int near) {
        String sought = plain(words);
        if (sought.chars().noneMatch(Character::isLetterOrDigit)) {
            return null;
        }
        int best = NOWHERE;
        for (int at = plain.indexOf(sought); at != NOWHERE; at = plain.indexOf(sought, at + 1)) {
            if (isWhole(at, at + sought.length())
                    && (best == NOWHERE || Math.abs(places[at] - near) < Math.abs(places[best] - near))) {
                best = at;
            }
        }
        return best == NOWHERE ? null : new Span(places[best], places[best + sought.length() - 1] + 1);
    }

    /** Whether these characters are no part of longer words: "he" is not in "the". */
    private boolean isWhole(int from, int to) {
        boolean cutBefore = from > 0
                && Character.isLetterOrDigit(plain.charAt(from - 1))
                && Character.isLetterOrDigit(plain.charAt(from));
        boolean cutAfter = to < plain.length()
                && Character.isLetterOrDigit(plain.charAt(to - 1))
                && Character.isLetterOrDigit(plain.charAt(to));
        return !cutBefore && !cutAfter;
    }

    private static String plain(String words) {
        StringBuilder builder = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = plain(words.charAt(i));
            if (c != ' ' || (builder.length() > 0 && builder.charAt(builder.length() - 1) != ' ')) {
                builder.append(c);
            }
        }
        return builder.toString().strip();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
        };
    }
}

package org.parley.events.receipt;

import org.parley.extraction.Span;

/**
 * The proof of a row as it is stored: exactly these characters of one version of an article.
 *
 * @param field which part of the version the offsets count in
 * @param start first character, in UTF-16 code units
 * @param end one past the last
 * @param exact the characters themselves
 * @param prefix up to {@value #CONTEXT} characters before them
 * @param suffix up to {@value #CONTEXT} characters after them
 */
public record Receipt(Field field, int start, int end, String exact, String prefix, String suffix) {

    static final int CONTEXT = 32;

    /** A part of an article version. */
    public enum Field {
        TEXT,
        HEADLINE
    }

    /**
     * The receipt for {@code span} of {@code text}, or null for no span.
     *
     * @throws IllegalArgumentException when the span does not lie in the text: no such row may be stored
     */
    public static Receipt of(String text, Span span) {
        if (span == null) {
            return null;
        }
        if (span.end() > text.length()) {
            throw new IllegalArgumentException("the span %d to %d ends after the text, which has %d characters"
                    .formatted(span.start(), span.end(), text.length()));
        }
        int before = Math.max(0, span.start() - CONTEXT);
        int after = Math.min(text.length(), span.end() + CONTEXT);
        return new Receipt(
                Field.TEXT,
                span.start(),
                span.end(),
                span.of(text),
                text.substring(cutsPair(text, before) ? before + 1 : before, span.start()),
                text.substring(span.end(), cutsPair(text, after) ? after - 1 : after));
    }

    public Span span() {
        return new Span(start, end);
    }

    /** Half a character pair would not survive the way to JSON. */
    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}

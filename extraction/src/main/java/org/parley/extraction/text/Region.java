package org.parley.extraction.text;

/**
 * A stretch of an article that plays one part in it.
 *
 * @param kind which part
 * @param start first character, in UTF-16 code units of the text as given
 * @param end one past the last character
 */
public record Region(Kind kind, int start, int end) {

    public enum Kind {
        /** The article's headline or a heading within it. */
        HEADLINE,
        BYLINE,
        /** Place and date of filing: on a line of its own, or what stands before the dash of the first paragraph. */
        DATELINE,
        BODY,
        /** An item of a list. */
        LIST,
        CAPTION,
        /** Counters, share bars, "read more" lines, notes of the desk. */
        BOILERPLATE,
        TAGS,
        DISCLAIMER;

        /** Whether somebody can be quoted here. */
        public boolean isProse() {
            return this == BODY || this == LIST;
        }
    }
}

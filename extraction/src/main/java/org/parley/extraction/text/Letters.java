package org.parley.extraction.text;

/** Letters by a table: most characters of most texts are ASCII, and each is asked for several times. */
final class Letters {

    /** For what is no letter. */
    static final char NONE = 0;

    private static final char[] LOWER = new char[0x80];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            LOWER[c] = c;
            LOWER[Character.toUpperCase(c)] = c;
        }
    }

    private Letters() {}

    /** The letter in lower case, or {@link #NONE}. */
    static char lower(char c) {
        if (c < LOWER.length) {
            return LOWER[c];
        }
        return Character.isLetter(c) ? Character.toLowerCase(c) : NONE;
    }

    static boolean isLetter(char c) {
        return lower(c) != NONE;
    }
}

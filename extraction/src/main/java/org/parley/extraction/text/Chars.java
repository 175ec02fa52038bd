package org.parley.extraction.text;

/** What a character is to the tokenizer. Curly and straight marks count alike: news prints both. */
final class Chars {

    private Chars() {}

    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF'
                || c == '\u00AD';
    }

    static boolean isLineEnd(char c) {
        return c == '\n'
                || c == '\r'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u000B'
                || c == '\u000C'
                || c == '\u0085';
    }

    /** Letters and digits of any script, with the marks that are written on top of them. */
    static boolean isWord(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Marks that may stand between a full stop and the end of its sentence. */
    static boolean isCloser(String form) {
        return form.length() == 1 && "\"'\u201D\u2019)]}\u00BB".indexOf(form.charAt(0)) >= 0;
    }

    static boolean isQuote(String form) {
        return form.length() == 1 && "\"'\u201C\u201D\u2018\u2019\u00AB\u00BB\u201E".indexOf(form.charAt(0)) >= 0;
    }
}

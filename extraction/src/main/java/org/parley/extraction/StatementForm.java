package org.parley.extraction;

import java.util.List;
import org.parley.extraction.text.Quotation;

/** How an article prints what somebody said. */
public enum StatementForm {
    /** All of it in quotation marks, or an answer after a speaker's label. */
    DIRECT,
    /** A quoted fragment within a reported clause. */
    MIXED,
    /** No quotation marks at all. */
    INDIRECT;

    /** So much of the letters in quotation marks is all of it: a "he said" or "that" may stand between. */
    private static final double ALL = 0.9;

    /**
     * The form of a content.
     *
     * @param quotations those of the text that may touch it, each once
     */
    public static StatementForm of(String text, List<Span> content, List<Quotation> quotations) {
        int letters = 0;
        int quoted = 0;
        for (Span span : content) {
            letters += letters(text, span.start(), span.end());
            for (Quotation quotation : quotations) {
                quoted +=
                        letters(text, Math.max(span.start(), quotation.start()), Math.min(span.end(), quotation.end()));
            }
        }
        return quoted == 0 ? INDIRECT : quoted > ALL * letters ? DIRECT : MIXED;
    }

    private static int letters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}

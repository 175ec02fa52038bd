package org.parley.extraction;

/**
 * One provision, as a text tells it.
 *
 * @param span the words that tell it
 * @param fate what the text says became of it, or null when it only says that the version holds it
 * @param demandedBy at whose insistence, in canonical form, or null
 * @param demand the words that tell at whose insistence, or null
 * @param confidence between 0 and 1
 */
public record ExtractedPoint(Span span, Fate fate, String demandedBy, Span demand, double confidence) {

    public enum Fate {
        /** "adds", "now also". */
        NEW,
        /** "keeps", "retains". */
        KEPT,
        /** "instead of", "rather than", "raised to". */
        CHANGED,
        /** "struck", "gone", "no longer mentioned". */
        REMOVED
    }
}

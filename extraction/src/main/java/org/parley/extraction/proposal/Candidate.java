package org.parley.extraction.proposal;

import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/**
 * A phrase that may name a proposal.
 *
 * @param noun its head noun's word
 * @param from place of the phrase's first word in the sentence
 */
record Candidate(Span span, Head head, Features features, ParsedSentence sentence, Word noun, int from) {

    String family() {
        return head.family();
    }

    Candidate with(Features others) {
        return new Candidate(span, head, others, sentence, noun, from);
    }

    /** Phrases do not overlap: where one stands tells it from all others. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate one && one.span.equals(span);
    }

    @Override
    public int hashCode() {
        return span.hashCode();
    }

    /** "12 points": a number of points without an article, which says how long a text is rather than naming it. */
    boolean isBareCount() {
        return head.use() == Head.Use.COUNTED && !features.definite();
    }
}

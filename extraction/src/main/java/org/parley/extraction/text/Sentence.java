package org.parley.extraction.text;

import java.util.List;
import org.parley.extraction.Span;

/**
 * A sentence: one token at least, all within one line of the text.
 *
 * @param tokens in the order of the text, not overlapping
 */
public record Sentence(List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** From the first token's first character to the last token's end. */
    public Span span() {
        return new Span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }
}

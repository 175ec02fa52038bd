package org.parley.extraction.parse;

import java.util.List;
import org.parley.extraction.Span;

/**
 * A name, date or figure in a sentence.
 *
 * @param type what it is
 * @param words its words, in order, one at least
 * @param text its characters as they stand in the text
 */
public record Entity(EntityType type, List<Word> words, String text) {

    public Entity {
        words = List.copyOf(words);
    }

    public Span span() {
        return new Span(first().start(), last().end());
    }

    public Word first() {
        return words.get(0);
    }

    public Word last() {
        return words.get(words.size() - 1);
    }

    /** The word the others hang on: the first of them whose head is outside. */
    public Word head() {
        for (Word w : words) {
            if (w.head() == null || !words.contains(w.head())) {
                return w;
            }
        }
        return last();
    }
}

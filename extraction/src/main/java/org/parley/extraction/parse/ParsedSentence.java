package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;

/**
 * A sentence with its tree: one word at least; every word but the roots hangs on another.
 *
 * @param index place among the sentences of the text, from 0
 * @param words in the order of the text
 */
public record ParsedSentence(int index, List<Word> words) {

    public ParsedSentence {
        words = List.copyOf(words);
    }

    public Span span() {
        return new Span(words.get(0).start(), words.get(words.size() - 1).end());
    }

    public Word word(int i) {
        return words.get(i);
    }

    public int size() {
        return words.size();
    }

    /** Words without a head; most sentences have one. */
    public List<Word> roots() {
        return words.stream().filter(w -> w.head() == null).toList();
    }

    /** Names, dates and figures in the order of the text. */
    public List<Entity> entities() {
        Set<Entity> out = new LinkedHashSet<>();
        for (Word w : words) {
            if (w.entity() != null) {
                out.add(w.entity());
            }
        }
        return new ArrayList<>(out);
    }

    /** The words that lie within {@code span} or stick into it. */
    public List<Word> in(Span span) {
        return words.stream()
                .filter(w -> w.start() < span.end() && span.start() < w.end())
                .toList();
    }
}

package org.parley.extraction.parse;

import java.util.List;
import java.util.Optional;

/**
 * A text with its trees and names.
 *
 * @param text as given; all offsets count in it
 * @param sentences in the order of the text
 */
public record Parsed(String text, List<ParsedSentence> sentences) {

    public Parsed {
        sentences = List.copyOf(sentences);
    }

    /** The sentence that holds the character {@code at}, or the next one after it; empty behind the last. */
    public Optional<ParsedSentence> sentenceAt(int at) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).span().end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < sentences.size() ? Optional.of(sentences.get(low)) : Optional.empty();
    }

    public List<Entity> entities() {
        return sentences.stream().flatMap(s -> s.entities().stream()).toList();
    }
}

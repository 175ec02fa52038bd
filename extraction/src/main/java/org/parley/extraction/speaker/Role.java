package org.parley.extraction.speaker;

import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;

/**
 * A role as an article prints it beside a name.
 *
 * @param text its words
 * @param span where it stands
 * @param head its noun
 */
record Role(String text, Span span, Word head) {

    int words() {
        return text.split(" ", -1).length;
    }
}

package org.parley.extraction.speaker;

import org.parley.extraction.Span;
import org.parley.extraction.names.Gender;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/**
 * A person's name at one place.
 *
 * @param span the name without title and genitive
 * @param name its words, parted by single spaces
 * @param head the word the others hang on
 * @param sentence where it stands
 * @param quoted whether it stands inside a quotation: then it is talked about, it does not talk
 * @param told the gender that an honorific before it tells
 */
record NameMention(Span span, String name, Word head, ParsedSentence sentence, boolean quoted, Gender told) {

    boolean isSubject() {
        return head.hasRelation("nsubj", "nsubjpass");
    }

    boolean isPossessor() {
        return head.hasRelation("poss");
    }
}

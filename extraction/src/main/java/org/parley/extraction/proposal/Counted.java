package org.parley.extraction.proposal;

import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/** "9-point", as one word or three, right before a noun: what says that the noun names a text with points. */
final class Counted {

    private static final Set<String> UNITS = Set.of("point", "article", "item", "paragraph", "clause");

    private static final int FEWEST = 3;
    private static final int MOST = 99;

    private Counted() {}

    /** The number of points right before this noun; null where none is told. */
    static Integer before(ParsedSentence sentence, Word noun) {
        int i = noun.index();
        if (i < 1) {
            return null;
        }
        String before = sentence.word(i - 1).lower();
        int dash = before.indexOf('-');
        if (dash > 0) {
            return UNITS.contains(before.substring(dash + 1)) ? Numbers.of(before.substring(0, dash)) : null;
        }
        boolean three =
                i > 2 && UNITS.contains(before) && sentence.word(i - 2).form().equals("-");
        return three ? Numbers.of(sentence.word(i - 3).lower()) : null;
    }

    /** Whether as many as a text of terms has: "a one-point lead" is no text. */
    static boolean many(ParsedSentence sentence, Word noun) {
        Integer count = before(sentence, noun);
        return count != null && count >= FEWEST && count <= MOST;
    }
}

package org.parley.extraction.attribution;

import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/**
 * A participle of saying with a subject of its own: "Sales fell, the firm saying that ...", "They left, with the mayor adding that ...". The
 * tree hangs that subject on the main verb.
 */
final class Absolutes {

    private static final int LONGEST = 12;

    private Absolutes() {}

    /** The noun that does the participle, or null where it has none of its own. */
    static Word subject(Word verb, ParsedSentence sentence) {
        int from = begin(verb, sentence);
        if (from < 0) {
            return null;
        }
        Word noun = sentence.word(verb.index() - 1);
        for (int i = verb.index() - 1; i > from; i--) {
            Word word = sentence.word(i);
            if (word.tag().equals("IN") && i - 1 > from && sentence.word(i - 1).isNoun()) {
                noun = sentence.word(i - 1); // "with officials from both sides saying"
            }
        }
        return noun;
    }

    /** Index of the word before that subject ("with", or the comma); -1 where there is none. */
    static int begin(Word verb, ParsedSentence sentence) {
        int last = verb.index() - 1;
        if (!verb.tag().equals("VBG") || last < 2 || !sentence.word(last).isNoun()) {
            return -1;
        }
        for (int i = last; i > 0 && last - i < LONGEST; i--) {
            Word word = sentence.word(i);
            if (word.lower().equals("with")) {
                return i < last ? i : -1;
            }
            if (word.form().equals(",")) {
                return isPhrase(sentence, i + 1, last) ? i : -1;
            }
            boolean phrase = word.isNoun()
                    || word.tag().startsWith("JJ")
                    || word.tag().equals("DT")
                    || word.tag().equals("CD")
                    || word.tag().equals("POS")
                    || word.tag().equals("PRP$")
                    || word.tag().equals("CC")
                    || word.tag().equals("IN")
                    || word.form().equals("-");
            if (!phrase) {
                return -1;
            }
        }
        return -1;
    }

    /** Behind a comma only a bare noun phrase: "..., a spokesman saying"; not "..., of the mayor saying". */
    private static boolean isPhrase(ParsedSentence sentence, int from, int to) {
        for (int i = from; i <= to; i++) {
            String tag = sentence.word(i).tag();
            if (tag.equals("IN") || tag.equals("CC")) {
                return false;
            }
        }
        Word first = sentence.word(from);
        return first.tag().equals("DT") || first.tag().equals("PRP$") || first.isProperNoun();
    }
}

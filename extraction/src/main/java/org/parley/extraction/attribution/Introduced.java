package org.parley.extraction.attribution;

import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/**
 * The subject behind an introduction or a quotation that the tree makes one phrase with it: "According to the Herald, an official said",
 * "'No,' Petra Holm of the Guild said". The noun before the comma or mark is no part of who speaks.
 */
final class Introduced {

    private static final int LONGEST = 16;

    private Introduced() {}

    /** The head of the noun phrase between the comma and this verb where the tree gives the verb no subject, or null. */
    static Word subject(Word verb, ParsedSentence sentence, Speakers speakers) {
        Word subject = Clauses.ownSubject(verb);
        boolean none = subject == null || Sources.isTime(subject); // "said Tuesday"
        if (!none || !Clauses.isFinite(verb) || verb.hasRelation("conj")) {
            return null;
        }
        Word head = null;
        Word noun = null;
        for (int i = verb.index() - 1; i > 1 && verb.index() - i < LONGEST; i--) {
            Word word = sentence.word(i);
            if (word.isNoun() && !Sources.isTime(word) && speakers.isSomebody(word) && !isModifier(word)) {
                head = word; // the first noun of the phrase that is somebody: "an official with knowledge of the talks"
            }
            noun = word.isNoun() && !isModifier(word) ? word : noun;
            if (isMark(word)) {
                return head != null && head.head() != verb ? head : null;
            }
            if (word.form().equals(",")) {
                boolean introduced = sentence.word(0).tag().equals("IN")
                        || sentence.word(0).tag().equals("VBG")
                        || sentence.word(0).tag().equals("WRB")
                        || sentence.word(0).tag().equals("TO");
                Word first = sentence.word(i + 1);
                boolean phrase = first.tag().equals("DT")
                        || first.isNoun()
                        || first.tag().startsWith("JJ");
                boolean indefinite = first.lower().equals("a") || first.lower().equals("an");
                head = head == null && indefinite ? noun : head;
                return introduced && phrase && head != null && head.head() != verb ? head : null;
            }
            if (word.isVerb() || word.isPronoun() || word.tag().startsWith("W")) {
                return null;
            }
        }
        return null;
    }

    private static boolean isModifier(Word word) {
        return word.hasRelation("compound", "nmod", "nn", "poss")
                && word.head() != null
                && word.head().index() > word.index();
    }

    private static boolean isMark(Word word) {
        return word.form().equals("\"")
                || word.form().equals("\u201d")
                || word.form().equals("''");
    }
}

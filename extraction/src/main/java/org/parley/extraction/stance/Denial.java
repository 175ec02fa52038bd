package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/** Whether a word is denied where it stands: "not fair", "far from fair", "refused to sign". */
final class Denial {

    private static final Set<String> WORDS = Set.of(
            "not",
            "n't",
            "n\u2019t",
            "never",
            "no",
            "nothing",
            "neither",
            "nor",
            "hardly",
            "without",
            "cannot",
            "nobody",
            "none",
            "unable",
            "impossible",
            "scarcely");
    /** Their infinitive tells what is not done. */
    private static final Set<String> NOT_DOING = Set.of("refuse", "decline", "fail", "hesitate", "avoid", "stop");

    private static final Set<String> ENDING =
            Set.of("drop", "end", "lift", "abandon", "reverse", "overcome", "soften", "withdraw", "ease", "dispel");
    private static final int NEAR = 4;

    private Denial() {}

    static boolean of(Word word, ParsedSentence sentence) {
        for (int i = word.index() - 1; i >= 0 && word.index() - i <= NEAR; i--) {
            Word before = sentence.word(i);
            if (before.isPunctuation() && !before.form().equals("\"")) {
                break;
            }
            if (WORDS.contains(before.lower()) || isTwoWords(before, sentence)) {
                return true;
            }
        }
        List<Word> carriers = new ArrayList<>(List.of(word));
        if (word.head() != null && word.hasRelation("acomp", "attr", "xcomp", "dobj", "oprd", "amod")) {
            carriers.add(word.head());
        }
        for (Word carrier : carriers) {
            if (carrier.kid("neg") != null
                    || (carrier.hasRelation("xcomp", "pcomp")
                            && carrier.head() != null
                            && NOT_DOING.contains(carrier.head().lemma()))) {
                return true;
            }
        }
        Word object = word.isVerb() ? word.kid("dobj") : null;
        boolean nothing = word.index() + 1 < sentence.size()
                && sentence.word(word.index() + 1).lower().equals("nothing");
        return nothing || (object != null && WORDS.contains(object.lower()));
    }

    /** "far from", "anything but". */
    private static boolean isTwoWords(Word word, ParsedSentence sentence) {
        if (word.index() + 1 >= sentence.size()) {
            return false;
        }
        String next = sentence.word(word.index() + 1).lower();
        return (word.lower().equals("far") && next.equals("from"))
                || (word.lower().equals("anything") && next.equals("but"));
    }

    /** "dropping a refusal", "eased her doubts": no longer so. */
    static boolean isOver(Word word) {
        return word.isNoun()
                && word.hasRelation("dobj")
                && word.head() != null
                && ENDING.contains(word.head().lemma());
    }
}

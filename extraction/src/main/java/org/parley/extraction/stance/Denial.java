package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

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
    private static final Set<String> NOTHING = Set.of("nothing", "none", "neither", "nobody");
    /** Their infinitive tells what is not done. */
    private static final Set<String> NOT_DOING = Set.of("refuse", "decline", "fail", "hesitate", "avoid", "stop");

    private static final Set<String> ENDING =
            Set.of("drop", "end", "lift", "abandon", "reverse", "overcome", "soften", "withdraw", "ease", "dispel");
    private static final int NEAR = 4;
    private static final int RIGHT_BEFORE = 2;

    private Denial() {}

    static boolean of(Word word, ParsedSentence sentence) {
        return of(word, word, word, sentence);
    }

    /**
     * Whether a phrase is denied by what stands outside it.
     *
     * @param word that carries its meaning
     */
    static boolean of(Word first, Word word, Word last, ParsedSentence sentence) {
        for (int i = first.index() - 1; i >= 0 && first.index() - i <= NEAR; i--) {
            Word before = sentence.word(i);
            if (before.isPunctuation() && !before.form().equals("\"")) {
                break;
            }
            if (before.lower().equals("without") && first.index() - i > RIGHT_BEFORE) {
                continue; // "a deal without Velk is worth it"
            }
            if (WORDS.contains(before.lower()) || isTwoWords(before, sentence)) {
                return true;
            }
        }
        Word subject = word.isVerb() ? Clauses.ownSubject(word) : null;
        if (subject != null && subject.index() < first.index() && Owners.isNobody(subject)) {
            return true;
        }
        List<Word> carriers = new ArrayList<>(List.of(word));
        if (word.head() != null && word.hasRelation("acomp", "attr", "xcomp", "dobj", "oprd", "amod")) {
            carriers.add(word.head());
        }
        for (Word carrier : carriers) {
            Word not = carrier.kid("neg");
            if ((not != null && !isWithin(not, first, last))
                    || (carrier.hasRelation("xcomp", "pcomp")
                            && carrier.head() != null
                            && NOT_DOING.contains(carrier.head().lemma()))) {
                return true;
            }
        }
        Word object = word.isVerb() ? word.kid("dobj") : null;
        boolean nothing = last.index() + 1 < sentence.size()
                && sentence.word(last.index() + 1).lower().equals("nothing");
        boolean none = object != null // "gives no water"
                && object.kids("det").stream().anyMatch(k -> k.lower().equals("no") && k.index() > last.index());
        return nothing
                || none
                || (object != null && NOTHING.contains(object.lower()) && !isWithin(object, first, last));
    }

    private static boolean isWithin(Word word, Word first, Word last) {
        return word.index() >= first.index() && word.index() <= last.index();
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

package org.parley.extraction.attribution;

import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** The words of a saying beside what is said: its finite verb, and how far it goes. */
final class Saying {

    private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "'ve", "\u2019ve", "'s", "\u2019s");
    private static final Set<String> CONDITION = Set.of("if", "unless", "provided", "until");
    private static final int LONGEST_CIRCUMSTANCE = 9;

    private Saying() {}

    /** "says", "said", "has said". */
    static boolean isFinite(Word verb) {
        return FINITE.contains(verb.tag())
                || (verb.tag().equals("VBN") && verb.kids("aux").stream().anyMatch(k -> HAVE.contains(k.lower())));
    }

    /** "says", "said", "must", "will": a verb that heads a clause, or its modal. */
    static boolean isFiniteVerb(Word word) {
        return FINITE.contains(word.tag()) || word.tag().equals("MD");
    }

    static boolean hasFiniteVerb(ParsedSentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isFiniteVerb(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** One outside quotation marks. */
    static boolean hasFiniteVerb(ParsedSentence sentence, int from, int to, Article article) {
        for (int i = from; i < to; i++) {
            if (isFiniteVerb(sentence.word(i)) && !article.inQuotation(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Last word of a saying that tells to whom, where and when before its comma, if what is said plainly goes on behind that: "the flow, she
     * told reporters on Monday, | is fair".
     *
     * @param from place of the saying's first word
     */
    static int end(Word verb, int from, ParsedSentence sentence) {
        int comma = verb.index() + 1;
        while (comma < sentence.size() - 2
                && comma < verb.index() + LONGEST_CIRCUMSTANCE
                && !sentence.word(comma).isPunctuation()
                && !isFinite(sentence.word(comma))
                && !sentence.word(comma).tag().equals("MD")
                && !sentence.word(comma).lower().equals("that")) {
            comma++;
        }
        if (comma + 2 >= sentence.size() || !sentence.word(comma).form().equals(",")) {
            return verb.index();
        }
        return isOpen(from, sentence) || goesOn(comma + 1, sentence) ? comma - 1 : verb.index();
    }

    /** "It was, she told them on Monday, a ladder": what stands before the saying lacks its end. */
    private static boolean isOpen(int from, ParsedSentence sentence) {
        Word last = from > 1 ? sentence.word(from - 2) : null;
        return last != null && (last.tag().equals("MD") || (last.lemma().equals("be") && isFinite(last)));
    }

    private static boolean goesOn(int at, ParsedSentence sentence) {
        Word next = sentence.word(at);
        String then = sentence.word(at + 1).lower();
        return isFiniteVerb(next)
                || CONDITION.contains(next.lower())
                || (at + 2 < sentence.size() && next.lower().equals("as") && then.equals("long"))
                || (next.lower().equals("even") && then.equals("if"));
    }
}

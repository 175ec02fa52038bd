package org.parley.extraction.proposal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/** Where a phrase that may name a proposal begins and ends, its head noun being known. */
final class PhraseBorders {

    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> UNITS = Set.of("point", "article", "item", "paragraph", "step", "page", "clause");
    private static final int LONGEST = 12;
    private static final int LONGEST_NAME = 60;

    private PhraseBorders() {}

    /** First word of the phrase: back over modifiers to a determiner or a possessor. */
    static int start(ParsedSentence sentence, int i) {
        int from = i;
        while (from > 0 && i - from < LONGEST && belongs(sentence, from - 1, i)) {
            from--;
            String tag = sentence.word(from).tag();
            if (tag.equals("DT") || tag.equals("PRP$") || tag.equals("WP$")) {
                break;
            }
        }
        while (from < i
                && (sentence.word(from).isPunctuation()
                        || sentence.word(from).tag().equals("POS"))) {
            from++;
        }
        return from;
    }

    private static boolean belongs(ParsedSentence sentence, int at, int noun) {
        Word word = sentence.word(at);
        String tag = word.tag();
        if (tag.equals("POS")
                || tag.equals("HYPH")
                || word.form().equals("-")
                || tag.equals("PRP$")
                || tag.equals("DT")
                || tag.equals("CD")
                || tag.startsWith("JJ")
                || tag.startsWith("NN")) {
            return true;
        }
        boolean modifier = word.hasRelation("nmod", "amod", "compound", "hmod", "hyph");
        return (tag.equals("VBN") || tag.equals("VBD") || tag.equals("VBG"))
                && (modifier
                        || (at + 1 <= noun
                                && at > 0
                                && sentence.word(at - 1).form().equals("-")));
    }

    /** The noun's end, or that of "of N points", "of 72 hours", "of the plan", "on steel", "from Osterland" after it. */
    static int end(ParsedSentence sentence, int noun, Map<String, Head> heads) {
        int end = sentence.word(noun).end();
        if (noun + 2 >= sentence.size()) {
            return end;
        }
        if (ofPoints(sentence, noun) != null || ofOwn(sentence, noun) != null) {
            return sentence.word(noun + 3).end();
        }
        String next = sentence.word(noun + 1).lower();
        Word second = sentence.word(noun + 2);
        if (next.equals("of") && noun + 3 < sentence.size()) {
            Word third = sentence.word(noun + 3);
            Word what = sentence.word(noun).lemma().equals("idea")
                    ? sentence.word(noun + 1).kid("pobj")
                    : null;
            if (what != null) { // "the idea of a month without patrols" has no other name
                int until = what.subtreeSpan().end();
                return until - end <= LONGEST_NAME ? until : end;
            }
            boolean definite = DEFINITE.contains(second.lower()) || second.tag().equals("PRP$");
            int text = definite ? headBehind(sentence, noun + 3, heads) : -1;
            if (text >= 0) {
                return sentence.word(text).end();
            }
            return Numbers.of(second.lower()) != null && third.isNoun() ? third.end() : end;
        }
        if (Set.of("on", "for", "from").contains(next)) {
            int i = noun + 2;
            while (i < sentence.size()
                    && i < noun + 6
                    && (sentence.word(i).isNoun()
                            || sentence.word(i).tag().equals("DT")
                            || sentence.word(i).tag().startsWith("JJ"))) {
                i++;
            }
            boolean proper = i > noun + 2
                    && sentence.word(i - 1).isNoun()
                    && !sentence.word(i - 1).is(EntityType.DATE)
                    && (!next.equals("from") || sentence.word(i - 1).isProperNoun());
            return proper ? sentence.word(i - 1).end() : end;
        }
        return end;
    }

    /** "version of the | river commission's schedule": where the noun that names a text stands, or -1. */
    private static int headBehind(ParsedSentence sentence, int from, Map<String, Head> heads) {
        for (int i = from; i < sentence.size() && i < from + 5; i++) {
            Word word = sentence.word(i);
            boolean last = i + 1 == sentence.size()
                    || !(sentence.word(i + 1).isNoun()
                            || sentence.word(i + 1).form().equals("-"));
            if (word.isNoun() && last && heads.containsKey(word.lemma().toLowerCase(Locale.ROOT))) {
                return i;
            }
            boolean modifies = word.isNoun()
                    || word.tag().startsWith("JJ")
                    || word.tag().equals("CD")
                    || word.tag().equals("POS")
                    || word.form().equals("-");
            if (!modifies) {
                return -1;
            }
        }
        return -1;
    }

    /** "an offer of its own": whose; null without such words. */
    static String ofOwn(ParsedSentence sentence, int noun) {
        boolean own = noun + 3 < sentence.size()
                && sentence.word(noun + 1).lower().equals("of")
                && sentence.word(noun + 2).tag().equals("PRP$")
                && sentence.word(noun + 3).lower().equals("own");
        return own ? sentence.word(noun + 2).lower() : null;
    }

    /** "a text of 13 points". */
    static Integer ofPoints(ParsedSentence sentence, int noun) {
        if (noun + 3 < sentence.size()
                && sentence.word(noun + 1).lower().equals("of")
                && UNITS.contains(sentence.word(noun + 3).lemma())) {
            return Numbers.of(sentence.word(noun + 2).lower());
        }
        return null;
    }
}

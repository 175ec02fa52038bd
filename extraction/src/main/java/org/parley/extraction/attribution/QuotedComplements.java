package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Quotation;

/** What a cue verb says where it has no clause but its sentence a quotation: the one nearest to it, with the object it is part of. */
final class QuotedComplements {

    private static final int NEAR = 80;

    private final Article article;
    private final CueTable cues;

    QuotedComplements(Article article, CueTable cues) {
        this.article = article;
        this.cues = cues;
    }

    /** The content, or null. */
    Complements.Found of(Word verb, Cue cue, ParsedSentence sentence) {
        if (isSoCalled(verb, sentence)) {
            return null;
        }
        Span within = sentence.span();
        List<Quotation> right = new ArrayList<>();
        Quotation left = null;
        for (Quotation quotation : article.quotationsIn(within)) {
            if (quotation.start() >= verb.end()) {
                right.add(quotation);
            } else if (quotation.end() <= verb.start()) {
                left = quotation;
            }
        }
        if (verb.hasRelation("relcl", "acl") && right.stream().noneMatch(q -> holds(verb, q, sentence))) {
            right.clear(); // "the freeze she floated is 'off'": of the freeze, not of her
        }
        if (Clauses.isInfinitive(verb) || (left != null && isWithin(left, sentence))) {
            left = null; // "has since refused to describe it": the quotation before is another word's
        }
        Span pick = null;
        keepAdjoining(right);
        if (!right.isEmpty() && hasCueBetween(verb, right.get(0).start(), sentence)) {
            right.clear();
        }
        if (!right.isEmpty()
                && right.get(0).start() - verb.end() < NEAR
                && commas(verb.end(), right.get(0).start()) <= 2) {
            pick = new Span(right.get(0).start(), right.get(right.size() - 1).end());
            if (isManner(right.get(0), verb, sentence)) {
                return null;
            }
        } else if (left != null && verb.start() - left.end() < NEAR) {
            pick = new Span(left.start(), left.end());
        } else if (!right.isEmpty() && cue.strength() >= 2) {
            pick = new Span(right.get(0).start(), right.get(right.size() - 1).end());
        } else if (left != null && cue.strength() >= 2) {
            pick = new Span(left.start(), left.end());
        }
        if (pick == null) {
            return null;
        }
        int start = pick.start();
        if (start > verb.end() && cue.object() != Cue.Argument.HEARER) {
            for (Word kid : verb.kids()) { // 'calling it a "disgrace"': all of the object
                if (kid.index() > verb.index() && kid.hasRelation("dobj", "xcomp", "prep", "oprd", "acomp")) {
                    start = Math.min(start, kid.subtreeSpan().start());
                }
            }
        }
        return new Complements.Found(List.of(new Span(start, pick.end())), "quotation", null);
    }

    /** "the so-called council". */
    static boolean isSoCalled(Word verb, ParsedSentence sentence) {
        Word before = verb.index() == 0 ? null : sentence.word(verb.index() - 1);
        return verb.lower().equals("called")
                && before != null
                && before.end() >= verb.start() - 1
                && Set.of("so", "so-", "-").contains(before.lower());
    }

    /** 'met the offer "with a shrug"': how something was done. */
    private boolean isManner(Quotation quotation, Word verb, ParsedSentence sentence) {
        Word object = verb.kid("dobj");
        List<Word> words = wordsIn(quotation, sentence);
        return object != null
                && object.isNoun()
                && object.index() > verb.index()
                && object.end() <= quotation.start()
                && !words.isEmpty()
                && words.get(0).tag().equals("IN")
                && words.stream().noneMatch(QuotedComplements::isOfClause)
                && !isSetOff(quotation.start() - 1);
    }

    /** 'the so-called "river board" announced by the ministry': a name or a few words in another clause, no more than that. */
    private boolean isWithin(Quotation quotation, ParsedSentence sentence) {
        return quotation.start() > sentence.span().start() + 1
                && wordsIn(quotation, sentence).stream().noneMatch(QuotedComplements::isOfClause)
                && !isSetOff(quotation.start() - 1)
                && !isSetOff(quotation.innerEnd() - 1)
                && !isSetOff(quotation.end());
    }

    private static List<Word> wordsIn(Quotation quotation, ParsedSentence sentence) {
        return sentence.words().stream()
                .filter(w -> quotation.holds(w.start()) && !w.isPunctuation())
                .toList();
    }

    private static boolean isOfClause(Word word) {
        return word.isVerb() || word.tag().equals("MD");
    }

    /** Whether a mark that sets off stands there, or right before a space there. */
    private boolean isSetOff(int at) {
        String text = article.text();
        int mark = at > 0 && at < text.length() && text.charAt(at) == ' ' ? at - 1 : at;
        return mark >= 0 && mark < text.length() && ",:;.!?–—-".indexOf(text.charAt(mark)) >= 0;
    }

    private static boolean holds(Word verb, Quotation quotation, ParsedSentence sentence) {
        return sentence.words().stream()
                .filter(w -> w.start() > quotation.start() && w.start() < quotation.end())
                .findFirst()
                .map(w -> w.isBelow(verb))
                .orElse(false);
    }

    /** "welcomed the news and said '...'": the quotation is another word's. */
    private boolean hasCueBetween(Word verb, int to, ParsedSentence sentence) {
        for (int i = verb.index() + 1; i < sentence.size() && sentence.word(i).end() <= to; i++) {
            Word word = sentence.word(i);
            Cue other = word.isVerb() && !word.tag().equals("VB") ? cues.verb(word, sentence) : null;
            if (other != null && other.strength() == 3 && other.clause() != Cue.Clause.NO) {
                return true;
            }
        }
        return false;
    }

    /** A quotation after a full stop, or far from the one before it, is another matter. */
    private void keepAdjoining(List<Quotation> quotations) {
        for (int i = 1; i < quotations.size(); i++) {
            int from = quotations.get(i - 1).end();
            int to = quotations.get(i).start();
            String between = article.text().substring(from, to);
            if (to - from > NEAR || between.contains(". ") || between.startsWith(".")) {
                quotations.subList(i, quotations.size()).clear();
            }
        }
    }

    private int commas(int from, int to) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            commas += article.text().charAt(i) == ',' ? 1 : 0;
        }
        return commas;
    }
}

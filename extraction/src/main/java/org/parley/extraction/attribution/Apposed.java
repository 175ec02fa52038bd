package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * A saying set off whose speaker is told by name and office between commas: "The lamp was kept, the harbour's director, Ida Falk, confirmed
 * by e-mail". Read from the commas, as the tree often makes one clause of it all.
 */
final class Apposed {

    private static final int LONGEST = 9;

    private final CueTable cues;
    private final Speakers speakers;

    Apposed(CueTable cues, Speakers speakers) {
        this.cues = cues;
        this.speakers = speakers;
    }

    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        boolean past = verb.tag().equals("VBN") && verb.kid("aux", "auxpass") == null;
        if (cue == null
                || cue.strength() < 2
                || cue.clause() != Cue.Clause.YES
                || cue.isMental()
                || !(past || Saying.isFinite(verb))
                || verb.index() < 6
                || !isComma(verb.index() - 1, sentence)) {
            return null;
        }
        int second = comma(verb.index() - 2, sentence);
        int first = second < 0 ? -1 : comma(second - 1, sentence);
        if (first < 0 || article.inQuotation(verb) || !Saying.hasFiniteVerb(sentence, 0, first)) {
            return null;
        }
        Word name = person(second + 1, verb.index() - 1, sentence);
        Word office = somebody(first + 1, second, sentence);
        if (name == null) {
            name = person(first + 1, second, sentence);
            office = somebody(second + 1, verb.index() - 1, sentence);
        }
        if (name == null || office == null || article.inQuotation(name)) {
            return null;
        }
        List<Span> content = new ArrayList<>();
        content.add(new Span(sentence.span().start(), sentence.word(first).start()));
        int end = verb.index() + 1;
        if (end + 2 < sentence.size() && isComma(end, sentence)) {
            content.add(new Span(sentence.word(end + 1).start(), sentence.span().end()));
        }
        List<Span> tidy = Borders.tidy(content, article);
        return tidy.isEmpty()
                ? null
                : new Attribution(
                        sentence,
                        verb,
                        cue.lemma(),
                        cue.type(),
                        verb.span(),
                        name,
                        new Span(
                                sentence.word(first + 1).start(),
                                sentence.word(verb.index() - 2).end()),
                        tidy,
                        "set-off",
                        cue.certainty());
    }

    private static boolean isComma(int at, ParsedSentence sentence) {
        return sentence.word(at).form().equals(",");
    }

    /** The comma before this place with nothing but a noun phrase between; or -1. */
    private static int comma(int from, ParsedSentence sentence) {
        for (int i = from; i > 1 && from - i < LONGEST; i--) {
            Word word = sentence.word(i);
            if (isComma(i, sentence)) {
                return i < from ? i : -1;
            }
            boolean phrase = word.isNoun()
                    || word.tag().startsWith("JJ")
                    || word.tag().equals("DT")
                    || word.tag().equals("PRP$")
                    || word.tag().equals("POS")
                    || word.tag().equals("HYPH")
                    || word.lower().equals("of")
                    || word.lower().equals("for");
            if (!phrase) {
                return -1;
            }
        }
        return -1;
    }

    /** The last word of a person's name that fills these places, or null. */
    private static Word person(int from, int to, ParsedSentence sentence) {
        for (int i = from; i < to; i++) {
            if (!sentence.word(i).is(EntityType.PERSON)) {
                return null;
            }
        }
        return from < to ? sentence.word(to - 1) : null;
    }

    private Word somebody(int from, int to, ParsedSentence sentence) {
        for (int i = from; i < to; i++) {
            Word word = sentence.word(i);
            if (word.isNoun() && !word.is(EntityType.PERSON) && speakers.isSomebody(word)) {
                return word;
            }
        }
        return null;
    }
}

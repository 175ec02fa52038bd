package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * A second look at words of saying that the tree did not help with: {@code that} ("said, however, that ..."), {@code as-reported} ("As the Herald reported, ...").
 */
final class SecondLook {

    private static final Set<String> FINITE_VERB = Set.of("VBD", "VBZ", "VBP", "MD");
    private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "VBG", "VBN");
    private static final Set<String> REPORTS =
            Set.of("report", "note", "say", "put", "write", "tell", "state", "announce", "explain", "observe");

    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> QUESTION = Set.of("how", "why", "what", "when", "where");

    private static final int FAR = 15;

    private final CueTable cues;
    private final Sources sources;
    private final Speakers speakers;

    SecondLook(CueTable cues, Sources sources, Speakers speakers) {
        this.cues = cues;
        this.sources = sources;
        this.speakers = speakers;
    }

    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        if (cue == null || Reality.of(verb, sentence) != Reality.SAID) {
            return null;
        }
        Attribution found = asReported(verb, cue, sentence, article);
        found = found != null ? found : deniedDeed(verb, cue, sentence, article);
        if (found == null && cue.strength() == 3 && FINITE.contains(verb.tag()) && !cue.isMental()) {
            found = that(verb, cue, sentence, article);
        }
        return found;
    }

    /** A strong word of saying and "that" within reach, whatever the tree says. */
    private Attribution that(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        if (cue.clause() != Cue.Clause.YES || Clauses.isPassive(verb)) {
            return null;
        }
        int i = verb.index() + 1;
        int far = Math.min(sentence.size() - 2, verb.index() + 6);
        boolean told = i < far
                && (sentence.word(i).tag().equals("IN")
                        || sentence.word(i).tag().equals("TO"))
                && !sentence.word(i).lower().equals("that");
        while (i < far
                && !opensClause(sentence.word(i), cue)
                && (isCircumstance(sentence.word(i)) || (told && isDeterminer(sentence.word(i))))) {
            i++;
        }
        if (i >= sentence.size() - 2 || !opensClause(sentence.word(i), cue)) {
            i = cue.object() == Cue.Argument.HEARER ? thatBehindHearer(verb, sentence) : -1;
            if (i < 0) {
                return null;
            }
        }
        boolean that = sentence.word(i).lower().equals("that");
        Word head = sources.of(verb, sentence);
        if (!speakers.maySpeak(head)) {
            return null;
        }
        Span content = new Span(
                sentence.word(that ? i + 1 : i).start(), sentence.span().end());
        return made(
                verb,
                cue,
                sentence,
                head,
                SourcePhrase.of(head, verb, sentence, article),
                List.of(content),
                "that",
                cue.certainty(),
                article);
    }

    /** "assured the people of the valley that ...": beyond whom it was said to; -1 when no clause begins there. */
    private int thatBehindHearer(Word verb, ParsedSentence sentence) {
        Word hearer = verb.kid("dobj", "dative");
        if (hearer != null && !speakers.isSomebody(hearer)) {
            return -1; // "demanded terms that nobody could meet"
        }
        int far = Math.min(sentence.size() - 3, verb.index() + FAR);
        for (int i = verb.index() + 2; i < far; i++) {
            Word word = sentence.word(i);
            if (word.lower().equals("that") && sentence.word(i - 1).isNoun()) {
                Word next = sentence.word(i + 1);
                return next.isVerb() || next.tag().equals("MD") || next.isPunctuation() ? -1 : i;
            }
            if (FINITE_VERB.contains(word.tag()) || word.isPunctuation()) {
                return -1;
            }
        }
        return -1;
    }

    /** A strong word of saying and a clause right after it that the tree hangs elsewhere: "After the vote, she said the road was open". */
    Attribution bare(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        boolean perfect = verb.tag().equals("VBN")
                && verb.kids("aux").stream()
                        .anyMatch(k -> Set.of("had", "has", "have").contains(k.lower()));
        boolean finite = perfect
                || verb.tag().equals("VBD")
                || verb.tag().equals("VBZ")
                || verb.tag().equals("VBP");
        if (cue == null
                || !finite
                || cue.clause() != Cue.Clause.YES
                || (cue.strength() < 3 && cue.type() != CueClass.THINK)
                || Clauses.isPassive(verb)
                || Reality.of(verb, sentence) != Reality.SAID) {
            return null;
        }
        int i = verb.index() + 1;
        while (i < verb.index() + 4 && i < sentence.size() && sentence.word(i).is(EntityType.DATE)) {
            i++;
        }
        if (i + 2 >= sentence.size()
                || !(startsNoun(sentence.word(i)) || (isSay(cue) && startsBareNoun(sentence, i)))
                || article.inQuotation(sentence.word(i))) {
            return null;
        }
        if (sentence.word(i).tag().matches("DT|PRP") && sentence.word(i + 1).isPunctuation()) {
            return null; // "laughs when she says this, but she is angry"
        }
        int end = i;
        boolean clause = false;
        boolean relative = false;
        while (end < sentence.size()
                && !sentence.word(end).form().equals(";")
                && !sentence.word(end).form().equals("\u2014")) {
            Word word = sentence.word(end);
            boolean verbal = end - i < 14 && end > i && (FINITE_VERB.contains(word.tag()) || isPast(word, cue));
            if (!clause && (isAddition(sentence, end) || (verbal && isSecondDeed(word, verb, sentence)))) {
                break; // "unveiled the ship at a yard, where he spoke", "stressed the need and voiced hope"
            }
            clause |= verbal && !relative; // "announced the names that would be given": no clause
            relative =
                    !verbal && (relative || RELATIVE.contains(sentence.word(end).lower()));
            end++;
        }
        Word head = sources.of(verb, sentence);
        boolean torn = head != null && head.index() > verb.index() && verb.hasRelation("conj");
        head = torn ? Clauses.subject(verb.head()) : head; // "called it fair but said | the panel needed teeth"
        if (!clause || !speakers.isSomebody(head) || head.index() > verb.index()) {
            return null;
        }
        Span content = new Span(sentence.word(i).start(), sentence.word(end - 1).end());
        return made(
                verb,
                cue,
                sentence,
                head,
                SourcePhrase.of(head, verb, sentence, article),
                List.of(content),
                "bare",
                cue.certainty(),
                article);
    }

    /** "said the panel needed teeth", where the tagger makes a participle of it. */
    private static boolean isPast(Word word, Cue cue) {
        return isSay(cue)
                && word.tag().equals("VBN")
                && word.kids("aux", "auxpass").isEmpty();
    }

    private static boolean isAddition(ParsedSentence sentence, int at) {
        return sentence.word(at).form().equals(",")
                && at + 1 < sentence.size()
                && sentence.word(at + 1).tag().startsWith("W");
    }

    private static boolean isSecondDeed(Word word, Word verb, ParsedSentence sentence) {
        int before = word.index() - 1;
        while (before > verb.index() && sentence.word(before).tag().startsWith("RB")) {
            before--;
        }
        return sentence.word(before).tag().equals("CC");
    }

    private static boolean startsNoun(Word word) {
        return !Sources.isTime(word)
                && ((word.tag().equals("PRP") && !word.hasRelation("dobj", "dative"))
                        || word.tag().equals("DT")
                        || word.isProperNoun()
                        || word.tag().equals("PRP$")
                        || word.tag().equals("EX")
                        || word.tag().equals("NNS"));
    }

    private static boolean isSay(Cue cue) {
        return cue.type() == CueClass.SAY && cue.strength() == 3 && cue.object() == Cue.Argument.NO;
    }

    /** "said keeping the peace was hard", "said two boats were lost": "say" has no object, so that what follows is its clause. */
    private static boolean startsBareNoun(ParsedSentence sentence, int i) {
        Word word = sentence.word(i);
        return !Sources.isTime(word)
                && (word.tag().equals("VBG")
                        || word.tag().equals("NN")
                        || word.tag().startsWith("JJ")
                        || word.tag().equals("CD"));
    }

    private static boolean opensClause(Word word, Cue cue) {
        return word.lower().equals("that")
                || (QUESTION.contains(word.lower()) && word.tag().startsWith("W"))
                || (cue.type() == CueClass.ASK
                        && (word.lower().equals("whether") || word.lower().equals("if")));
    }

    /** "conceded to this paper that ...". */
    private static boolean isDeterminer(Word word) {
        return word.tag().equals("DT")
                || word.tag().equals("PRP$")
                || word.tag().startsWith("JJ")
                || word.tag().equals("TO");
    }

    private static boolean isCircumstance(Word word) {
        return word.isPunctuation()
                || word.tag().equals("RB")
                || word.isPronoun()
                || word.isProperNoun()
                || word.tag().equals("IN")
                || word.isNoun()
                || word.tag().equals("CD");
    }

    /** "denied having told them that ...". */
    private Attribution deniedDeed(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        int i = verb.index();
        i += cue.lemma().indexOf(' ') > 0 ? 1 : 0; // "ruled out selling"
        if (cue.type() != CueClass.DENY
                || i + 2 >= sentence.size()
                || !sentence.word(i + 1).tag().equals("VBG")) {
            return null;
        }
        Word head = sources.of(verb, sentence);
        if (!speakers.isSomebody(head) || head.index() > i) {
            return null;
        }
        return made(
                verb,
                cue,
                sentence,
                head,
                SourcePhrase.of(head, verb, sentence, article),
                List.of(new Span(sentence.word(i + 1).start(), sentence.span().end())),
                "that",
                cue.certainty(),
                article);
    }

    /** 'As the Herald reported, ...'. */
    private Attribution asReported(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        int i = verb.index();
        if (!REPORTS.contains(cue.lemma())
                || !sentence.word(0).lower().equals("as")
                || i >= 10
                || i + 2 >= sentence.size()) {
            return null;
        }
        int comma = i + 1;
        while (comma < sentence.size() - 2
                && comma < i + 6
                && !sentence.word(comma).form().equals(",")) {
            comma++;
        }
        Word head = sources.of(verb, sentence);
        if (!sentence.word(comma).form().equals(",") || !speakers.maySpeak(head) || head.index() > i) {
            return null;
        }
        List<Span> content = List.of(
                new Span(sentence.word(comma + 1).start(), sentence.span().end()));
        return made(
                verb,
                cue,
                sentence,
                head,
                SourcePhrase.of(head, verb, sentence, article),
                content,
                "as-reported",
                cue.certainty(),
                article);
    }

    static Attribution made(
            Word verb,
            Cue cue,
            ParsedSentence sentence,
            Word head,
            Span source,
            List<Span> content,
            String rule,
            double certainty,
            Article article) {
        List<Span> tidy = Borders.tidy(content, article).stream()
                .map(c -> Borders.afterCircumstance(c, verb.end(), article.text()))
                .toList();
        if (tidy.isEmpty()) {
            return null;
        }
        Attribution made = new Attribution(
                sentence, verb, cue.lemma(), cue.type(), verb.span(), head, source, tidy, rule, certainty);
        made.negated = cue.type() == CueClass.DENY;
        return made;
    }
}

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

/**
 * A saying set off from what is said: "The bridge, she said, is closed", "The bridge is closed, the mayor said on Monday",
 * "'Closed,' said the mayor". Read from the commas around it, which the tree often gets wrong.
 */
final class Parenthetical {

    private static final Set<String> OPENERS = Set.of(
            "when",
            "if",
            "as",
            "after",
            "before",
            "asked",
            "while",
            "although",
            "though",
            "because",
            "since",
            "speaking",
            "once",
            "until",
            "despite");
    private static final Set<String> NO_SAYING_GOES_ON =
            Set.of("and", "but", "who", "which", "while", "though", "although", "or", "yet", "where");
    private static final int LONGEST_PHRASE = 16;

    private final Sources sources;
    private final Speakers speakers;

    Parenthetical(Sources sources, Speakers speakers) {
        this.sources = sources;
        this.speakers = speakers;
    }

    /** The statement whose saying is set off at this verb, or null. */
    Attribution at(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        if (cue.clause() == Cue.Clause.NO
                || (cue.strength() < 2 && cue.clause() != Cue.Clause.QUOTE)
                || !Saying.isFinite(verb)) {
            return null;
        }
        Frame frame = before(verb, sentence, article);
        if (frame == null) {
            frame = inverted(verb, cue.object() == Cue.Argument.HEARER, sentence, article);
        }
        boolean body = frame != null
                && frame.head.lower().equals("it")
                && frame.head.index() == verb.index() - 1
                && cue.strength() == 3;
        if (frame == null
                || !(body || speakers.maySpeak(frame.head))
                || (cue.isMental() && !speakers.isSomebody(frame.head))) {
            return null;
        }
        List<Span> content = content(frame, sentence, article);
        List<Span> tidy = Borders.tidy(content, article);
        if (tidy.isEmpty()) {
            return null;
        }
        return new Attribution(
                sentence,
                verb,
                cue.lemma(),
                cue.type(),
                verb.span(),
                frame.head,
                frame.source,
                tidy,
                "set-off",
                cue.certainty());
    }

    /** Where the saying begins and ends, and who says it. */
    private record Frame(int from, int to, Word head, Span source) {}

    /** "..., the mayor said": subject right before the verb, a comma or a closing mark before the subject. */
    private Frame before(Word verb, ParsedSentence sentence, Article article) {
        Word subject = Sources.nearest(verb);
        if (subject == null) {
            subject = Introduced.subject(verb, sentence, speakers);
        }
        if (subject == null) {
            subject = verb.index() > 0 ? sources.before(verb, sentence) : null;
        }
        if (subject == null || subject.index() > verb.index() || article.inQuotation(subject)) {
            return null;
        }
        Span source = SourcePhrase.of(subject, verb, sentence, article);
        int from = subject.index();
        while (from > 0 && sentence.word(from - 1).start() >= source.start()) {
            from--;
        }
        // a clause between subject and verb: "the mayor, who was there, said"
        if (verb.index() - from > LONGEST_PHRASE || from < 2 || !closesBefore(from, sentence, article)) {
            return null;
        }
        if (isConjunct(verb, from, sentence)) {
            return null;
        }
        return new Frame(from, Saying.end(verb, from, sentence), subject, source);
    }

    private static boolean isConjunct(Word verb, int from, ParsedSentence sentence) {
        String first = sentence.word(from).lower();
        boolean shut = verb.index() + 1 < sentence.size()
                        && sentence.word(verb.index() + 1).form().equals(",")
                || isClosingMark(sentence.word(from - 2)); // 'because "nobody called", the mayor told them'
        boolean last = verb.index() + 2 == sentence.size() && verb.hasRelation("advcl") && from + 1 == verb.index();
        return (verb.hasRelation("advcl", "relcl", "acl") && !shut && !last)
                || first.equals("who")
                || first.equals("which");
    }

    /** "..." said the mayor: only after a quotation, or between commas. */
    private Frame inverted(Word verb, boolean hasHearer, ParsedSentence sentence, Article article) {
        int i = verb.index();
        if (i < 2 || i + 1 >= sentence.size() || !closesBefore(i, sentence, article)) {
            return null;
        }
        boolean afterQuotation = isClosingMark(sentence.word(i - 1)) || (i > 1 && isClosingMark(sentence.word(i - 2)));
        Word next = sentence.word(i + 1);
        boolean noun = next.isNoun()
                || next.tag().equals("DT")
                || next.tag().startsWith("JJ")
                || next.tag().equals("PRP")
                || next.tag().equals("PRP$");
        if (!noun) {
            return null;
        }
        Word subject = Clauses.ownSubject(verb);
        if (hasHearer && subject != null && subject.index() < i && !afterQuotation) {
            return null; // "Orr, smiling, ordered her envoy, ...": the subject stands before
        }
        if (subject == null || subject.index() < i) {
            subject = sources.after(verb, sentence);
        }
        if (subject == null || article.inQuotation(subject)) {
            return null;
        }
        Span source = SourcePhrase.of(subject, verb, sentence, article);
        int to = subject.index();
        while (to + 1 < sentence.size() && sentence.word(to + 1).end() <= source.end()) {
            to++;
        }
        boolean commaAfter =
                to + 1 < sentence.size() && sentence.word(to + 1).form().equals(",");
        return afterQuotation || commaAfter ? new Frame(i, to, subject, source) : null;
    }

    private static boolean closesBefore(int from, ParsedSentence sentence, Article article) {
        Word before = sentence.word(from - 1);
        return before.form().equals(",") || (isClosingMark(before) && article.quotationAt(before.start()) != null);
    }

    private static boolean isMark(Word word) {
        return word.form().length() == 1 && "\"\u201c\u2018\u00ab".contains(word.form());
    }

    private static boolean isClosingMark(Word word) {
        return word.form().length() <= 2 && "\"\u201d\u2019'''\u00bb".contains(word.form());
    }

    private List<Span> content(Frame frame, ParsedSentence sentence, Article article) {
        Span left = new Span(
                begin(frame.from, sentence, article),
                sentence.word(frame.from - 1).end());
        boolean quotedLeft = !article.quotationsIn(left).isEmpty() && endsWithQuotation(left, article);
        if (isIntroduction(left, frame, sentence, article)) {
            return List.of();
        }
        if (!quotedLeft && sentence.word(frame.from).isVerb()) {
            Span rest = right(frame, frame.to + 1, false, sentence, article);
            return rest == null ? List.of(left) : List.of(left, rest);
        }
        int then = frame.to + 2;
        boolean marked = then + 1 < sentence.size() && isMark(sentence.word(then));
        then += marked ? 1 : 0; // 'The pact, she argues, "gives ..."'
        if (!quotedLeft
                && then < sentence.size()
                && sentence.word(then - 1).form().equals(",")
                && Saying.isFiniteVerb(sentence.word(then))) {
            int goingOn = sentence.word(marked ? then - 1 : then).start();
            return List.of(left, new Span(goingOn, sentence.span().end()));
        }
        if (!quotedLeft
                && (!Saying.hasFiniteVerb(sentence, 0, frame.from)
                        || (OPENERS.contains(sentence.word(0).lower())
                                && !sentence.word(frame.from - 1).form().equals(",")))) {
            return List.of();
        }
        boolean opener = (OPENERS.contains(sentence.word(0).lower())
                        && !sentence.word(0).lower().equals("if"))
                || sentence.word(0).tag().equals("VBG");
        int next = frame.to + 1;
        boolean comma = next < sentence.size() && sentence.word(next).form().equals(",");
        if (!quotedLeft
                && !comma
                && Saying.hasFiniteVerb(sentence, next, Math.min(sentence.size(), next + 14))
                && !startsCircumstance(sentence, next)) {
            return List.of(); // "On leaving it was late, he said it was cold"
        }
        if (opener
                && !quotedLeft
                && (comma
                        || (next + 2 < sentence.size()
                                && sentence.word(next).lower().equals("that")))) {
            return List.of(); // "When pressed, she said, ..."
        }
        List<Span> content = new ArrayList<>();
        content.add(quotedLeft ? fromQuotation(left, sentence, frame, article) : left);
        Span right = right(frame, next, quotedLeft, sentence, article);
        if (right != null) {
            content.add(right);
        }
        return content;
    }

    /** "The bridge fell; nobody was hurt, the mayor said": only what is behind the semicolon, if it can stand by itself. */
    private static int begin(int saying, ParsedSentence sentence, Article article) {
        for (int i = saying - 2; i > 0; i--) {
            Word word = sentence.word(i);
            if (word.form().equals(";") && !article.inQuotation(word)) {
                return Saying.hasFiniteVerb(sentence, i + 1, saying)
                        ? sentence.word(i + 1).start()
                        : sentence.span().start();
            }
        }
        return sentence.span().start();
    }

    /** 'Citing "a lack of trust", he announced that ...': what is said comes after, the quotation is of the introduction. */
    private static boolean isIntroduction(Span left, Frame frame, ParsedSentence sentence, Article article) {
        Word first = sentence.word(0);
        boolean opener = first.tag().equals("VBG")
                || first.tag().equals("IN")
                || first.tag().equals("VBN");
        int behind = frame.to + 2;
        boolean goesOn = behind < sentence.size()
                && sentence.word(behind - 1).form().equals(",")
                && Saying.isFiniteVerb(sentence.word(behind));
        if (!opener || goesOn || article.inQuotation(first) || Saying.hasFiniteVerb(sentence, 0, frame.from, article)) {
            return false;
        }
        Word verb = sentence.word(frame.to);
        int next = frame.to + 1;
        boolean that = next < sentence.size() && sentence.word(next).lower().equals("that");
        return that || verb.kids("dobj", "ccomp").stream().anyMatch(k -> k.index() > verb.index());
    }

    private static boolean startsCircumstance(ParsedSentence sentence, int at) {
        Word word = sentence.word(at);
        return (word.tag().equals("IN") && !word.lower().equals("that"))
                || word.tag().equals("TO")
                || word.tag().startsWith("RB")
                || Sources.isTime(word)
                || word.tag().equals("VBG");
    }

    /** What is said after the saying: after its comma, unless the writer goes on there. */
    private static Span right(Frame frame, int next, boolean quotedLeft, ParsedSentence sentence, Article article) {
        int end = sentence.span().end();
        Quotation quotation = null;
        int from = next < sentence.size() ? sentence.word(next).start() : end;
        for (Quotation one : article.quotationsIn(new Span(Math.min(from, end - 1), end))) {
            quotation = quotation == null && one.start() >= from ? one : quotation;
        }
        if (next + 1 >= sentence.size()) {
            return null;
        }
        boolean comma = sentence.word(next).form().equals(",");
        Word first = sentence.word(next + 1);
        if (quotedLeft) {
            return quotation == null
                            || (!comma && quotation.start() - from > 60)
                            || !isSetOff(quotation, article.text())
                    ? null
                    : new Span(quotation.start(), quotation.end());
        }
        if (!comma
                || (NO_SAYING_GOES_ON.contains(first.lower())
                        && quotation == null
                        && !first.lower().equals("and"))) {
            return null;
        }
        return new Span(first.start(), end);
    }

    /** Behind a mark of its own; not 'said the analyst, who rates it a "sell"'. */
    private static boolean isSetOff(Quotation quotation, String text) {
        int i = quotation.start() - 1;
        while (i > 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 || !Character.isLetterOrDigit(text.charAt(i)) || NO_SAYING_GOES_ON.contains(wordBefore(text, i));
    }

    private static String wordBefore(String text, int last) {
        int start = last;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, last + 1);
    }

    private static boolean endsWithQuotation(Span left, Article article) {
        List<Quotation> quotations = article.quotationsIn(left);
        Quotation last = quotations.get(quotations.size() - 1);
        return left.end() - last.end() <= 2;
    }

    /** The quotation before the saying, with the words that lead up to it where they are said too. */
    private static Span fromQuotation(Span left, ParsedSentence sentence, Frame frame, Article article) {
        List<Quotation> quotations = article.quotationsIn(left);
        Quotation last = quotations.get(quotations.size() - 1);
        Quotation first = last;
        for (int i = quotations.size() - 2; i >= 0; i--) {
            first = first.start() - quotations.get(i).end() <= 3 ? quotations.get(i) : first;
        }
        boolean leads = first.start() > left.start() && leadsUp(left.start(), first.start(), sentence);
        return new Span(leads ? left.start() : first.start(), left.end());
    }

    /** Words before the quotation that form one clause with it: "A mandate 'might be lived with', she said". */
    private static boolean leadsUp(int from, int to, ParsedSentence sentence) {
        Word last = null;
        for (Word word : sentence.words()) {
            if (word.start() >= from && word.end() <= to) {
                last = word;
            }
        }
        return last != null && !last.isPunctuation();
    }
}

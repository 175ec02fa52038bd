package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * What somebody thinks of a thing, told without a verb: "finds the toll bearable", "thought it rather clever", 'finds the levy "charming"'. Rule
 * {@code naming}.
 */
final class SmallClauses {

    private static final Set<String> JUDGING = Set.of(
            "find", "think", "consider", "believe", "judge", "reckon", "call", "deem", "label", "brand", "pronounce");
    private static final Set<String> PRESENT = Set.of("VBZ", "VBP");
    private static final Set<String> ENDS = Set.of(";", ".", ":", "\u2014");
    /** Behind a comma they bring in something else. */
    private static final Set<String> REMARKS =
            Set.of("and", "but", "while", "though", "although", "as", "which", "who", "adding", "saying");

    private static final Set<String> MARKS = Set.of("\"", "''", "``", "'", "\u201c", "\u2018", "\u00ab");
    private static final double CERTAINTY = 0.9;
    private static final int FAR = 12;

    private final Sources sources;
    private final Speakers speakers;

    SmallClauses(Sources sources, Speakers speakers) {
        this.sources = sources;
        this.speakers = speakers;
    }

    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        if (!JUDGING.contains(verb.lemma())
                || !(PRESENT.contains(verb.tag()) || verb.tag().equals("VBD"))
                || ViewAs.isCustom(verb)
                || QuotedComplements.isSoCalled(verb, sentence)
                || Reality.of(verb, sentence) != Reality.SAID) {
            return null;
        }
        int judged = judgement(verb, sentence, article);
        int end = judged < 0 ? -1 : end(judged, sentence, article);
        Word head = sources.of(verb, sentence);
        if (end < 0 || !speakers.isSomebody(head) || article.inQuotation(head)) {
            return null;
        }
        Span said = new Span(
                sentence.word(verb.index() + 1).start(), sentence.word(end - 1).end());
        List<Span> content = Borders.tidy(List.of(said), article);
        return content.isEmpty()
                ? null
                : new Attribution(
                        sentence,
                        verb,
                        verb.lemma(),
                        CueClass.EVALUATE,
                        verb.span(),
                        head,
                        SourcePhrase.of(head, verb, sentence, article),
                        content,
                        "naming",
                        CERTAINTY);
    }

    /** Place of the adjective, or of the first word in quotation marks, right behind the verb's object; -1 for none. */
    private static int judgement(Word verb, ParsedSentence sentence, Article article) {
        int at = verb.index() + 1;
        boolean noun = false;
        while (at < sentence.size() && isOfObject(sentence.word(at), noun) && !article.inQuotation(sentence.word(at))) {
            noun |= sentence.word(at).isNoun() || sentence.word(at).tag().equals("PRP");
            at++;
        }
        Word object = sentence.word(at - 1);
        if (at >= sentence.size() || !(object.isNoun() || object.tag().equals("PRP"))) {
            return -1;
        }
        boolean set = sentence.word(at).form().equals(",");
        if (set) { // "finds the toll, 60 crowns a year, bearable"
            int close = at + 1;
            while (close < Math.min(sentence.size() - 1, at + FAR)
                    && !sentence.word(close).form().equals(",")) {
                close++;
            }
            at = close + 1;
        }
        while (at < sentence.size() - 1
                && (sentence.word(at).tag().startsWith("RB")
                        || MARKS.contains(sentence.word(at).form()))) {
            at++;
        }
        if (at >= sentence.size()) {
            return -1;
        }
        Word word = sentence.word(at);
        boolean quoted = article.inQuotation(word) && !set;
        boolean seen = verb.lemma().equals("find") && verb.tag().equals("VBD"); // "found the door open"
        boolean ofNoun = at + 1 < sentence.size() && sentence.word(at + 1).isNoun(); // "call the tower new towers"
        return quoted || (word.tag().startsWith("JJ") && !seen && !ofNoun) ? at : -1;
    }

    /** The place behind its last word; -1 where a clause with a verb follows: "thinks the new lamp will shine". */
    private static int end(int judged, ParsedSentence sentence, Article article) {
        int end = judged + 1;
        while (end < sentence.size()) {
            Word word = sentence.word(end);
            if (!article.inQuotation(word)) {
                if (isEnd(end, sentence)) {
                    return end;
                }
                if (Saying.isFiniteVerb(word) || word.lower().equals("to")) {
                    return -1;
                }
            }
            end++;
        }
        return end;
    }

    private static boolean isOfObject(Word word, boolean afterNoun) {
        return word.isNoun()
                || (!afterNoun && word.tag().equals("JJ"))
                || word.tag().equals("DT")
                || word.tag().equals("PRP")
                || word.tag().equals("PRP$")
                || word.tag().equals("CD");
    }

    private static boolean isEnd(int at, ParsedSentence sentence) {
        Word word = sentence.word(at);
        if (ENDS.contains(word.form()) || at + 1 >= sentence.size()) {
            return true;
        }
        Word next = sentence.word(at + 1);
        boolean remark = next.tag().equals("VBG") || (REMARKS.contains(next.lower()) && !isJudgement(at + 2, sentence));
        return (word.form().equals(",") && remark) || (word.tag().equals("CC") && Saying.isFiniteVerb(next));
    }

    /** "rather clever, and rather small". */
    private static boolean isJudgement(int at, ParsedSentence sentence) {
        int i = at;
        while (i < sentence.size() && sentence.word(i).tag().startsWith("RB")) {
            i++;
        }
        return i < sentence.size() && sentence.word(i).tag().startsWith("JJ");
    }
}

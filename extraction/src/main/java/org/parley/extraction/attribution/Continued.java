package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * What is said goes on behind a comma: "said the well was deep, but it had run dry", "said they would come, provided the road was open". The tree often hangs
 * such a clause on the word of saying, as though the writer told it.
 */
final class Continued {

    private static final Set<String> RULES = Set.of("clause", "set-off", "bare", "phrase");
    private static final Set<String> JOINING = Set.of("but", "and", "or");
    private static final Set<String> CONDITIONS = Set.of("provided", "unless", "if");
    private static final int NEAR = 10;

    private final CueTable cues;

    Continued(CueTable cues) {
        this.cues = cues;
    }

    /** Takes into the statement what goes on with it in its sentence. */
    void take(Attribution made, Article article) {
        if (made.verb == null || made.content.isEmpty() || !RULES.contains(made.rule)) {
            return;
        }
        int at = made.content.size() - 1;
        Span last = made.content.get(at);
        int end = made.sentence.span().end();
        boolean behind = last.start() >= made.verb.end();
        int from = behind ? last.end() : made.verb.end();
        if (last.end() >= end - 1 || from >= end || !article.quotationsIn(last).isEmpty()) {
            return;
        }
        int comma = 0;
        List<Word> words = made.sentence.words();
        while (comma < words.size() && words.get(comma).start() < from) {
            comma++;
        }
        if (comma + 3 >= words.size()) {
            return;
        }
        boolean joined = words.get(comma).form().equals(",") && joins(comma + 1, made.sentence);
        boolean apart = words.get(comma).form().equals(";")
                && !words.get(comma + 1).tag().equals("CC");
        if (!(joined || apart) || !goesOn(comma + 1, made.sentence, article)) {
            return;
        }
        int stop = comma + 1;
        while (stop < words.size() && !words.get(stop).form().equals(";")) {
            stop++;
        }
        int close = words.get(stop - 1).end();
        Span more = Borders.tidy(behind ? last.start() : words.get(comma + 1).start(), close, article);
        if (more == null) {
            return;
        }
        if (behind) {
            made.content.set(at, more);
        } else {
            made.content.add(more);
        }
    }

    private static boolean joins(int at, ParsedSentence sentence) {
        return JOINING.contains(sentence.word(at).lower()) || isCondition(at, sentence);
    }

    private static boolean isCondition(int at, ParsedSentence sentence) {
        String first = sentence.word(at).lower();
        return CONDITIONS.contains(first)
                || (Set.of("as", "so").contains(first)
                        && Set.of("long", "soon").contains(sentence.word(at + 1).lower()));
    }

    /** Whether a clause with a subject of its own follows, and no other saying. */
    private boolean goesOn(int at, ParsedSentence sentence, Article article) {
        boolean clause = isCondition(at, sentence);
        boolean subject = false;
        for (int i = clause || joins(at, sentence) ? at + 1 : at; i < sentence.size(); i++) {
            Word word = sentence.word(i);
            if (word.form().equals(";")) {
                break;
            }
            if (article.inQuotation(word)) {
                return false;
            }
            Cue cue = cues.verb(word, sentence);
            if (cue != null && cue.strength() >= 2 && !word.tag().equals("VB")) {
                return false; // the writer tells of another saying
            }
            clause |= subject && i - at < NEAR && Saying.isFiniteVerb(word);
            boolean opens = i == at + 1 || !clause;
            subject |= opens
                    && (word.isNoun()
                            || word.tag().equals("PRP")
                            || word.tag().equals("EX")
                            || word.tag().equals("DT"));
            if (!subject && Saying.isFiniteVerb(word)) {
                return false; // "and left": what else he did
            }
            if (!clause && word.tag().startsWith("W")) {
                return false;
            }
        }
        return clause;
    }
}

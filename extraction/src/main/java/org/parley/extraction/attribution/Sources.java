package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Finds who does a word of saying. */
final class Sources {

    private static final Set<String> UP = Set.of("ccomp", "advcl", "pcomp", "prep");

    private final CueTable cues;

    Sources(CueTable cues) {
        this.cues = cues;
    }

    /** Head word of the speaker's phrase, or null. */
    Word of(Word verb, ParsedSentence sentence) {
        if (Clauses.isPassive(verb)) {
            Word agent = Clauses.agent(verb);
            if (agent != null) {
                return agent;
            }
        }
        Word adding = ofParticiple(verb, sentence);
        if (adding != null) {
            return adding;
        }
        Word subject = Clauses.subject(verb);
        return subject != null && isRelative(subject) ? antecedent(subject) : subject;
    }

    /** 'He said the plan was fair, adding ...': the participle hangs on "was", but it is he who adds. */
    private Word ofParticiple(Word verb, ParsedSentence sentence) {
        if (!verb.tag().equals("VBG")
                || Clauses.ownSubject(verb) != null
                || verb.index() < 2
                || !sentence.word(verb.index() - 1).form().equals(",")) {
            return null;
        }
        Word near = verb.head();
        Word up = near;
        for (int i = 0; i < 4 && up != null && UP.contains(up.relation()) && up.head() != null; i++) {
            up = up.head();
            if (cues.verb(up, sentence) != null && near.hasRelation("ccomp", "xcomp")) {
                return Clauses.subject(up);
            }
        }
        return null;
    }

    private static boolean isRelative(Word word) {
        return word.tag().startsWith("W")
                && (word.lower().equals("who")
                        || word.lower().equals("which")
                        || word.lower().equals("that"));
    }

    /** "the minister, who said": who stands for the noun its clause hangs on. */
    private static Word antecedent(Word relative) {
        for (Word up = relative.head(); up != null; up = up.head()) {
            if (up.hasRelation("relcl", "acl") && up.head() != null) {
                return up.head().isVerb() ? null : up.head();
            }
        }
        return relative;
    }

    /** The phrase of a speaker: with title and apposition, without what hangs on it as a clause, within one stretch. */
    static Span phrase(Word head, Word cue, Article article) {
        List<Word> words = new ArrayList<>(Clauses.nounPhraseWords(head));
        words.removeIf(w -> cue != null && (w == cue || w.isBelow(cue) && cue.isBelow(head)));
        if (words.isEmpty()) {
            return head.span();
        }
        if (!article.inQuotation(head)) {
            words.removeIf(article::inQuotation);
        }
        if (cue != null) {
            // nothing from beyond the cue: "said" between name and apposition parts them
            boolean before = head.index() < cue.index();
            words.removeIf(w -> before ? w.index() > cue.index() : w.index() < cue.index());
        }
        if (words.isEmpty()) {
            return head.span();
        }
        Span span = Borders.trim(Clauses.span(words), article.text());
        return span == null ? head.span() : withClosingBracket(span, article.text());
    }

    private static Span withClosingBracket(Span span, String text) {
        String words = text.substring(span.start(), span.end());
        boolean open = words.indexOf('(') > words.indexOf(')');
        return open && span.end() < text.length() && text.charAt(span.end()) == ')'
                ? new Span(span.start(), span.end() + 1)
                : span;
    }
}

package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Words that only a colon brings in, without quotation marks: "The baker was unmoved: her ovens would go on", "Orr took another view: the well was
 * dry", "First reaction from the guild's master, Jon Arm: the price is too high". Rule {@code colon}.
 */
final class Introduction {

    private static final Set<String> BEING = Set.of("be", "sound", "seem", "remain", "look", "stay", "become");
    private static final Set<String> OFFERING = Set.of(
            "take", "have", "offer", "give", "hold", "send", "see", "draw", "make", "put", "raise", "find", "add",
            "know");
    /** What somebody who has it has to say. */
    private static final Set<String> WORDS = Set.of(
            "view",
            "line",
            "answer",
            "suggestion",
            "explanation",
            "reason",
            "doubt",
            "word",
            "message",
            "version",
            "reply",
            "verdict",
            "comment",
            "idea",
            "question",
            "response",
            "advice",
            "warning",
            "demand",
            "condition",
            "wish",
            "request",
            "objection",
            "point",
            "argument",
            "complaint",
            "comparison",
            "summary",
            "prediction",
            "reaction",
            "position",
            "assessment",
            "opinion",
            "promise",
            "proposal",
            "conclusion",
            "statement");

    private static final int LEAST_WORDS = 3;

    private final CueTable cues;
    private final Speakers speakers;

    Introduction(CueTable cues, Speakers speakers) {
        this.cues = cues;
        this.speakers = speakers;
    }

    /** The statement that the first colon of a sentence brings in, or null. */
    Attribution in(ParsedSentence sentence, Article article) {
        int colon = 1;
        while (colon < sentence.size()
                && (!sentence.word(colon).form().equals(":") || article.inQuotation(sentence.word(colon)))) {
            colon++;
        }
        if (colon + LEAST_WORDS >= sentence.size()
                || article.inQuotation(sentence.word(colon + 1))
                || article.quotationAt(sentence.word(colon + 1).start()) != null
                || Character.isDigit(sentence.word(colon - 1).form().charAt(0))) {
            return null;
        }
        Word verb = null;
        for (int i = 0; i < colon; i++) {
            Word word = sentence.word(i);
            verb = verb == null && Saying.isFiniteVerb(word) && !word.hasRelation("relcl", "acl") ? word : verb;
        }
        Word head = verb == null ? from(colon, sentence) : speaker(verb, colon, sentence);
        if (head == null || article.inQuotation(head) || !isSaid(colon + 1, sentence)) {
            return null;
        }
        List<Span> content = Borders.tidy(
                List.of(new Span(
                        sentence.word(colon + 1).start(), sentence.span().end())),
                article);
        if (content.isEmpty()) {
            return null;
        }
        return new Attribution(
                sentence,
                verb,
                ":",
                CueClass.SAY,
                sentence.word(colon).span(),
                head,
                SourcePhrase.of(head, verb, sentence, article),
                content,
                "colon",
                1);
    }

    /** "The baker was unmoved", "Orr took another view": who has something to say, or null. */
    private Word speaker(Word verb, int colon, ParsedSentence sentence) {
        Word main = verb.hasRelation("aux", "auxpass") ? verb.head() : verb;
        Word subject = Clauses.ownSubject(main);
        if (subject == null
                || subject.index() > verb.index()
                || main.index() > colon
                || !speakers.isSomebody(subject)
                || Reality.of(main, sentence) == Reality.UNREAL) {
            return null;
        }
        boolean mood = main.tag().equals("VBN") && verb != main && BEING.contains(verb.lemma());
        boolean words = false;
        for (int i = verb.index() + 1; i < colon; i++) {
            Word word = sentence.word(i);
            boolean bare = word.tag().equals("NN") && word.kids().isEmpty(); // "was blunt", however tagged
            mood |= word.hasRelation("acomp", "advcl", "attr")
                    && (bare || word.tag().startsWith("JJ") || word.tag().equals("VBN"));
            words |= word.hasRelation("dobj") && WORDS.contains(word.lemma());
            if (Saying.isFiniteVerb(word)) {
                return null;
            }
        }
        Cue cue = cues.verb(main, sentence);
        boolean says = cue != null && cue.strength() >= 2 && cue.clause() == Cue.Clause.YES && !cue.isMental();
        return (BEING.contains(verb.lemma()) && mood) || (OFFERING.contains(main.lemma()) && words) || says
                ? subject
                : null;
    }

    /** "First reaction from the guild's master, Jon Arm:": whose it is, or null. */
    private Word from(int colon, ParsedSentence sentence) {
        for (int i = 0; i + 1 < colon; i++) {
            Word word = sentence.word(i);
            if (WORDS.contains(word.lemma())
                    && Set.of("from", "by", "of").contains(sentence.word(i + 1).lower())) {
                Word named = null;
                for (int k = colon - 1; k > i + 1; k--) {
                    named = named == null && speakers.isSomebody(sentence.word(k)) ? sentence.word(k) : named;
                }
                return named;
            }
        }
        return null;
    }

    /** A clause or an order, and no saying of somebody else: "She is not so sure: her deputy wrote that ...". */
    private boolean isSaid(int from, ParsedSentence sentence) {
        for (int i = from; i < sentence.size(); i++) {
            Cue cue = cues.verb(sentence.word(i), sentence);
            if (cue != null && cue.strength() == 3 && Saying.isFinite(sentence.word(i))) {
                return false;
            }
        }
        return Saying.hasFiniteVerb(sentence, from, sentence.size())
                || sentence.word(from).tag().equals("VB");
    }
}

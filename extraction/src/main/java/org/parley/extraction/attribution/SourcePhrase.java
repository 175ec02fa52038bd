package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Entity;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Where the phrase that names a speaker begins and ends. */
final class SourcePhrase {

    private static final Set<String> OCCASION = Set.of("on", "in", "at", "during");
    private static final Set<String> SAYINGS = Set.of(
            "statement",
            "interview",
            "conference",
            "briefing",
            "speech",
            "address",
            "letter",
            "e-mail",
            "email",
            "tweet",
            "post",
            "call",
            "conversation");

    private SourcePhrase() {}

    /** The phrase of a speaker: with title and apposition, without what hangs on it as a clause, within one stretch. */
    static Span of(Word head, Word cue, ParsedSentence sentence, Article article) {
        List<Word> words = new ArrayList<>(Clauses.nounPhraseWords(head));
        words.removeIf(w -> cue != null && (w == cue || (w.isBelow(cue) && cue.isBelow(head))));
        words.removeIf(w -> isOccasion(w, head));
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
        if (span == null) {
            return head.span();
        }
        return withClosingBracket(whole(span, cue, sentence), article.text());
    }

    /** "The office | on June 18 said", "its president | in an interview": when and where it was said is no part of who said it. */
    private static boolean isOccasion(Word word, Word head) {
        Word at = word;
        while (at != null && at != head) {
            Word object = at.hasRelation("prep") && OCCASION.contains(at.lower()) ? at.kid("pobj") : null;
            if (object != null
                    && at.index() > head.index()
                    && (Sources.isTime(object) || SAYINGS.contains(object.lower()))) {
                return true;
            }
            at = at.head();
        }
        return false;
    }

    /** With what the tree has left off: the rest of a name, the article before the noun. */
    private static Span whole(Span span, Word cue, ParsedSentence sentence) {
        int start = span.start();
        int end = span.end();
        int first = -1;
        for (Word word : sentence.words()) {
            Entity entity = word.entity();
            boolean within = word.start() < span.end() && word.end() > span.start();
            if (within && entity != null && (cue == null || !entity.words().contains(cue))) {
                start = Math.min(start, entity.first().start());
                end = Math.max(end, entity.last().end());
            }
            if (first < 0 && word.start() >= start && word.end() <= end) {
                first = word.index();
            }
        }
        while (first > 0) {
            Word before = sentence.word(first - 1);
            String tag = before.tag();
            boolean belongs = (tag.equals("DT")
                            || tag.equals("PRP$")
                            || tag.startsWith("JJ")
                            || (tag.equals("NNP")
                                    && before.end() + 1 >= sentence.word(first).start()
                                    && before.entity() == null))
                    && before != cue;
            String here = sentence.word(first).tag();
            if (!belongs || here.equals("DT") || here.equals("PRP$") || here.equals("PRP")) {
                break;
            }
            first--;
            start = Math.min(start, before.start());
        }
        return new Span(start, end);
    }

    private static Span withClosingBracket(Span span, String text) {
        String words = text.substring(span.start(), span.end());
        boolean open = words.indexOf('(') > words.indexOf(')');
        return open && span.end() < text.length() && text.charAt(span.end()) == ')'
                ? new Span(span.start(), span.end() + 1)
                : span;
    }
}

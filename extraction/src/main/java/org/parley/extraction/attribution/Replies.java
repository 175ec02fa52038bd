package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/** A quotation that is said to be somebody's reply: '"We are full," was the harbour master's reply'. */
final class Replies {

    private static final Set<String> NOUNS =
            Set.of("reply", "answer", "response", "verdict", "retort", "comment", "message", "rejoinder", "summary");

    private Replies() {}

    static Attribution at(Word noun, ParsedSentence sentence, Article article) {
        Word owner = NOUNS.contains(noun.lower()) && !article.inQuotation(noun) ? noun.kid("poss") : null;
        if (owner == null) {
            return null;
        }
        int from = noun.index();
        for (Word word : noun.subtree()) {
            from = word.index() < noun.index() && !article.inQuotation(word) ? Math.min(from, word.index()) : from;
        }
        Word be = from > 0 ? sentence.word(from - 1) : null;
        if (be == null
                || !(be.lower().equals("was")
                        || be.lower().equals("came")
                        || be.lower().equals("is"))) {
            return null;
        }
        List<Quotation> before = article.quotationsIn(new Span(sentence.span().start(), be.start()));
        Quotation last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (last == null || be.start() - last.end() > 2) {
            return null;
        }
        return new Attribution(
                sentence,
                null,
                "reply",
                CueClass.ANSWER,
                new Span(be.start(), noun.end()),
                owner,
                owner.tag().equals("PRP$") ? owner.span() : SourcePhrase.of(owner, null, sentence, article),
                List.of(new Span(last.start(), last.end())),
                "in-words",
                1);
    }
}

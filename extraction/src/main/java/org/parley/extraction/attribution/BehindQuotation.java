package org.parley.extraction.attribution;

import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/**
 * Who says a quotation that ends in a comma or question mark, from the words behind it alone: '"Is it late?" the guild's master, Jon Arm, asked
 * over the wire'. For where the tree takes the speaker for a part of what is said.
 */
final class BehindQuotation {

    private static final String GOING_ON = ",?!\u2014-";
    private static final int FAR = 14;

    private final CueTable cues;
    private final Sources sources;
    private final Speakers speakers;

    BehindQuotation(CueTable cues, Sources sources, Speakers speakers) {
        this.cues = cues;
        this.sources = sources;
        this.speakers = speakers;
    }

    /** The statement a quotation is, or null. */
    Attribution of(Quotation quotation, Article article) {
        Span span = new Span(quotation.start(), quotation.end());
        String text = article.text();
        boolean open = span.length() > 3
                && (GOING_ON.indexOf(text.charAt(span.end() - 2)) >= 0 || text.startsWith(",", span.end()));
        ParsedSentence sentence = article.sentenceAt(span.end() - 1);
        ParsedSentence first = article.sentenceAt(span.start());
        if (!open
                || sentence == null
                || first == null
                || span.start() - first.span().start() > 1) {
            return null; // a quotation within the writer's sentence may be anybody's
        }
        int from = 0;
        while (from < sentence.size()
                && (sentence.word(from).start() < span.end()
                        || sentence.word(from).isPunctuation())) {
            from++;
        }
        for (int i = from; i < Math.min(sentence.size(), from + FAR); i++) {
            Word word = sentence.word(i);
            Cue cue = cues.verb(word, sentence);
            if (article.inQuotation(word) || (cue == null && Saying.isFiniteVerb(word))) {
                return null;
            }
            boolean past = word.tag().equals("VBN")
                    && word.kid("aux", "auxpass") == null; // "the mayor, Jon Arm, asked by wire"
            if (cue != null && cue.takesQuotation() && (past || Saying.isFinite(word))) {
                return said(word, cue, from, span, sentence, article);
            }
        }
        return null;
    }

    private Attribution said(Word verb, Cue cue, int from, Span span, ParsedSentence sentence, Article article) {
        Word head = null;
        if (verb.index() == from) {
            head = sources.after(verb, sentence);
        } else {
            for (int i = from; i < verb.index(); i++) {
                Word word = sentence.word(i);
                boolean named = head != null && head.is(EntityType.PERSON) && !word.is(EntityType.PERSON);
                head = speakers.isSomebody(word) && !named ? word : head;
            }
        }
        if (head == null || !speakers.isSomebody(head) || Reality.of(verb, sentence) != Reality.SAID) {
            return null;
        }
        Span source = verb.index() == from
                ? SourcePhrase.of(head, verb, sentence, article)
                : Borders.trim(
                        new Span(
                                sentence.word(from).start(),
                                sentence.word(verb.index() - 1).end()),
                        article.text());
        return new Attribution(
                sentence,
                verb,
                cue.lemma(),
                cue.type(),
                verb.span(),
                head,
                source,
                List.of(span),
                "set-off",
                cue.certainty());
    }
}

package org.parley.extraction.attribution;

import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Words of saying that the tagger took for nouns. */
final class Mistaken {

    private final CueTable cues;
    private final Speakers speakers;

    Mistaken(CueTable cues, Speakers speakers) {
        this.cues = cues;
        this.speakers = speakers;
    }

    /** "analysts caution that ...", "the minister denies that ...". */
    Attribution at(Word word, ParsedSentence sentence, Article article) {
        int i = word.index();
        boolean plural = word.tag().equals("NNS"); // "the minister denies that ..."
        Cue cue = cues.verb(plural ? word.lemma() : word.lower());
        if (cue == null
                || cue.strength() < 2
                || cue.clause() != Cue.Clause.YES
                || i == 0
                || i + 3 >= sentence.size()
                || !sentence.word(i + 1).lower().equals("that")
                || !sentence.word(i - 1).tag().matches(plural ? "NNP?" : "NNS")) {
            return null;
        }
        Word next = sentence.word(i + 2);
        Word head = sentence.word(i - 1);
        if (!speakers.isSomebody(head) || next.isVerb() || next.tag().equals("MD")) {
            return null;
        }
        Span content = new Span(next.start(), sentence.span().end());
        int from = i - 1;
        while (from > 0
                && (sentence.word(from - 1).tag().startsWith("JJ")
                        || sentence.word(from - 1).isNoun()
                        || sentence.word(from - 1).tag().equals("CD"))) {
            from--;
        }
        Span source = new Span(sentence.word(from).start(), head.end());
        return SecondLook.made(word, cue, sentence, head, source, List.of(content), "that", cue.certainty(), article);
    }
}

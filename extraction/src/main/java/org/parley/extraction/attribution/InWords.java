package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** "In her words, ...", "in the minister's view, ...": a phrase of saying at the head of a sentence. */
final class InWords {

    private static final Set<String> NOUNS =
            Set.of("words", "telling", "view", "opinion", "account", "assessment", "reading", "version");

    private InWords() {}

    static Attribution at(Word word, ParsedSentence sentence, Article article) {
        int in = word.index();
        boolean aside = in > 2 && sentence.word(in - 1).form().equals(",");
        if ((in != 0 && !aside) || !word.lower().equals("in") || sentence.size() < 6) {
            return null;
        }
        for (int i = in + 1; i < Math.min(in + 9, sentence.size() - 3); i++) {
            Word noun = sentence.word(i);
            if (!NOUNS.contains(noun.lower()) || !sentence.word(i + 1).form().equals(",")) {
                continue;
            }
            Word owner = noun.kid("poss");
            if (owner == null || (!owner.isNoun() && !owner.tag().equals("PRP$"))) {
                return null;
            }
            if (aside && !AccordingTo.continuesClause(sentence.words().subList(i + 1, sentence.size()))) {
                return null;
            }
            Span behind = new Span(sentence.word(i + 2).start(), sentence.span().end());
            List<Span> content = Borders.tidy(
                    aside ? List.of(new Span(sentence.span().start(), word.start()), behind) : List.of(behind),
                    article);
            Span source = SourcePhrase.of(owner, null, sentence, article);
            return content.isEmpty()
                    ? null
                    : new Attribution(
                            sentence,
                            null,
                            "in the words of",
                            CueClass.SAY,
                            new Span(word.start(), noun.end()),
                            owner,
                            source,
                            content,
                            "in-words",
                            1);
        }
        return null;
    }
}

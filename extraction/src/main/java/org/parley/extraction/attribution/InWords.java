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
            boolean the = i == in + 2 && sentence.word(in + 1).lower().equals("the"); // not "in view of the storm"
            if (!aside
                    && the
                    && NOUNS.contains(noun.lower())
                    && sentence.word(i + 1).lower().equals("of")) {
                return of(word, noun, sentence.word(i + 1), sentence, article);
            }
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

    /** "In the view of Olav Sund, the keeper, ...". */
    private static Attribution of(Word in, Word noun, Word of, ParsedSentence sentence, Article article) {
        Word owner = of.kid("pobj");
        Span source = owner == null ? null : SourcePhrase.of(owner, null, sentence, article);
        Word comma = source == null
                ? null
                : sentence.words().stream()
                        .filter(w -> w.start() >= source.end())
                        .findFirst()
                        .orElse(null);
        if (comma == null || !comma.form().equals(",") || comma.index() + 3 >= sentence.size()) {
            return null;
        }
        Span behind = new Span(
                sentence.word(comma.index() + 1).start(), sentence.span().end());
        List<Span> content = Borders.tidy(List.of(behind), article);
        return content.isEmpty()
                ? null
                : new Attribution(
                        sentence,
                        null,
                        "in the words of",
                        CueClass.SAY,
                        new Span(in.start(), of.end()),
                        owner,
                        source,
                        content,
                        "in-words",
                        1);
    }
}

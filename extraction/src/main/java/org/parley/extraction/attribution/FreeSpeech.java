package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Speech told on without any word of saying, right behind what somebody said: '"We have no oil," the keeper said. Her lamp would go out by
 * Friday.' Only "would" and its like tell it from what the writer knows. Rule {@code free}.
 */
final class FreeSpeech {

    private static final Set<String> OPENING = Set.of("PRP", "PRP$", "DT", "NNS", "EX");

    private final CueTable cues;

    FreeSpeech(CueTable cues) {
        this.cues = cues;
    }

    /** The attributions with those of this kind put between. */
    List<Attribution> add(List<Attribution> found, Article article) {
        List<Attribution> added = new ArrayList<>(found);
        for (int i = 0; i < found.size(); i++) {
            Attribution before = found.get(i);
            if (before.sentence == null || before.verb == null || before.source == null || before.absent) {
                continue;
            }
            int next = before.sentence.index() + 1;
            boolean last = i + 1 >= found.size()
                    || found.get(i + 1).place() >= before.sentence.span().end();
            if (next >= article.sentences().size() || !last) {
                continue;
            }
            ParsedSentence sentence = article.sentences().get(next);
            boolean free = i + 1 >= found.size()
                    || found.get(i + 1).place() >= sentence.span().end();
            if (free && isTold(before, sentence, article)) {
                List<Span> content = Borders.tidy(List.of(sentence.span()), article);
                if (!content.isEmpty()) {
                    added.add(before.continued(sentence, content.get(0), "free", 1));
                }
            }
        }
        return QuotationSources.inOrder(added);
    }

    private boolean isTold(Attribution before, ParsedSentence sentence, Article article) {
        int start = sentence.span().start();
        if (article.paragraphAt(start) != article.paragraphAt(before.place())
                || !article.quotationsIn(sentence.span()).isEmpty()
                || before.content.stream().allMatch(c -> article.quotationsIn(c).isEmpty())
                || !before.verb.tag().equals("VBD")) {
            return false;
        }
        Word main = null;
        for (Word word : sentence.words()) {
            main = word.hasRelation("root") ? word : main;
            if (cues.verb(word, sentence) != null && cues.verb(word, sentence).strength() >= 2) {
                return false;
            }
        }
        if (main == null || !"would".equals(Clauses.modal(main))) {
            return false;
        }
        boolean shut = Clauses.isNegated(main) && sentence.word(0).tag().equals("PRP"); // "She would not be drawn"
        return OPENING.contains(sentence.word(0).tag()) && !shut;
    }
}

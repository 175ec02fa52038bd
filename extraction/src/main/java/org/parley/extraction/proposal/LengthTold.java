package org.parley.extraction.proposal;

import java.util.List;
import java.util.Map;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.proposal.Counts.Count;
import org.parley.extraction.syntax.Article;

/** How long a text is, told in the sentence behind the one that names it. */
final class LengthTold {

    private LengthTold() {}

    /** "It has eight points": how long the text is that the sentence before it names. */
    static void note(Article article, Line line, Map<ParsedSentence, List<Candidate>> all) {
        for (Candidate one : line.members.keySet()) {
            int next = one.sentence().index() + 1;
            if (next >= article.sentences().size() || one.isBareCount()) {
                continue;
            }
            ParsedSentence sentence = article.sentences().get(next);
            Span it = sentence.size() == 0 ? null : sentence.word(0).span();
            Slot told =
                    line.members.get(one) == null ? null : line.members.get(one).now();
            boolean only = it != null
                    && sentence.word(0).lower().equals("it")
                    && all.get(one.sentence()).stream().allMatch(line.members::containsKey)
                    && Counts.hasPoints(article.text(), it, sentence.span().end());
            if (only && (told == null || told.count == null)) {
                Count has = Counts.has(article.text(), it, sentence.span().end());
                Slot counting = line.counting(has.now(), one.span().start());
                counting.count = has.now();
                counting.counted = has.span();
                if (told != null && told != counting) {
                    told.mergeInto(counting);
                }
                line.members.put(one, counting);
            }
        }
    }
}

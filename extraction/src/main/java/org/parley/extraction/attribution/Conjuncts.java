package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** "said that the road was open and that the bridge was not": two things said with one word of saying. */
final class Conjuncts {

    private Conjuncts() {}

    /** The statement, or one for each "that" of its content. */
    static List<Attribution> split(Attribution made, Article article) {
        if (!List.of("clause", "that", "phrase").contains(made.rule) || made.content.size() != 1) {
            return List.of(made);
        }
        Span all = made.content.get(0);
        List<Integer> cuts = new ArrayList<>();
        List<Word> words = made.sentence.words();
        for (int i = 1; i + 2 < words.size(); i++) {
            Word and = words.get(i);
            boolean within = and.start() > all.start() && words.get(i + 2).end() <= all.end();
            if (within
                    && (and.lower().equals("and") || and.lower().equals("but"))
                    && words.get(i + 1).lower().equals("that")
                    && !article.inQuotation(and)
                    && words.get(i + 1).hasRelation("mark", "complm")) {
                cuts.add(i);
            }
        }
        if (cuts.isEmpty()) {
            return List.of(made);
        }
        List<Attribution> split = new ArrayList<>();
        int start = all.start();
        for (int k = 0; k <= cuts.size(); k++) {
            int end = k < cuts.size() ? words.get(cuts.get(k)).start() : all.end();
            Span part = Borders.tidy(start, end, article);
            if (part != null) {
                split.add(k == 0 ? made.with(part, made.rule) : made.with(part, "conjunct"));
            }
            start = k < cuts.size() ? words.get(cuts.get(k) + 1).end() : end;
        }
        return split;
    }
}

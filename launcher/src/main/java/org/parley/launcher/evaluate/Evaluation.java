package org.parley.launcher.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.launcher.Failure;

/** Compares predicted quotations with gold. */
final class Evaluation {

    private Evaluation() {}

    /** An article that is not predicted counts as one in which nothing was found. */
    static Summary of(Map<String, QuotedArticle> gold, Map<String, QuotedArticle> predicted) {
        List<Counts> counts = new ArrayList<>();
        gold.forEach((id, right) -> {
            QuotedArticle given = predicted.getOrDefault(id, QuotedArticle.without(id));
            if (given.text() != null && !given.text().equals(right.text())) {
                throw new Failure(
                        "Article " + id
                                + ": the prediction's text is not the gold's, so their offsets do not mean the same characters.");
            }
            counts.add(ArticleScore.of(right, given));
        });
        return Summary.of(counts);
    }
}

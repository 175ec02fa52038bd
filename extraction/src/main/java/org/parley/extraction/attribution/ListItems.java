package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Region;

/** A reported clause that ends with a colon goes on in the list below it: "officials say the plan rests on:" and its items. */
final class ListItems {

    private static final int MOST = 40;

    private ListItems() {}

    static void take(Attribution made, Article article) {
        if (made.cue == null || made.content.isEmpty()) {
            return;
        }
        int at = made.content.size() - 1;
        Span last = made.content.get(at);
        int colon = last.end();
        while (colon < article.text().length()
                && " \u00a0\"\u201d".indexOf(article.text().charAt(colon)) >= 0) {
            colon++;
        }
        if (colon >= article.text().length()
                || article.text().charAt(colon) != ':'
                || (made.sentence != null && colon + 1 < made.sentence.span().end())) {
            return;
        }
        int end = endOfList(article, colon);
        if (end > 0) {
            made.content = new ArrayList<>(made.content);
            made.content.set(at, new Span(last.start(), end));
        }
    }

    /** Where the list ends that begins on the line after the colon; -1 when there is none. */
    private static int endOfList(Article article, int colon) {
        int end = -1;
        int paragraph = article.paragraphAt(colon);
        List<Span> paragraphs = article.paragraphs();
        for (int i = paragraph + 1; i > 0 && i < Math.min(paragraphs.size(), paragraph + MOST); i++) {
            Region region = article.regionAt(paragraphs.get(i).start());
            if (region == null || region.kind() != Region.Kind.LIST) {
                break;
            }
            end = paragraphs.get(i).end();
        }
        return end;
    }
}

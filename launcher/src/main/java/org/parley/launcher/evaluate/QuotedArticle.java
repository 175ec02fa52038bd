package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An article with its quotations, as one line of a gold or prediction file says it.
 *
 * @param id the article's name in both files
 * @param text its text; null where a prediction leaves it out
 * @param quotes its quotations
 * @param ignore gold only: passages that are neither right nor wrong
 */
record QuotedArticle(String id, String text, List<Quote> quotes, List<Range> ignore) {

    static QuotedArticle of(JsonNode node) {
        if (!node.path("id").isTextual()) {
            throw new IllegalArgumentException("an article without an \"id\"");
        }
        List<Quote> quotes = new ArrayList<>();
        node.path("quotes").forEach(quote -> quotes.add(Quote.of(quote)));
        return new QuotedArticle(
                node.path("id").asText(),
                node.path("text").isTextual() ? node.path("text").asText() : null,
                quotes,
                Range.list(node.path("ignore")));
    }

    /** What stands for an article of which nothing was predicted. */
    static QuotedArticle without(String id) {
        return new QuotedArticle(id, null, List.of(), List.of());
    }
}

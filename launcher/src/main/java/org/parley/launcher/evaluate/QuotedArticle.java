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
 * @param noStatements gold only: passages that look like a statement and are none
 * @param detailed gold only: whether it knows role, date, channel, place, addressee, act and stance
 */
record QuotedArticle(
        String id, String text, List<Quote> quotes, List<Range> ignore, List<Range> noStatements, boolean detailed) {

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
                Range.list(node.path("ignore")),
                Range.list(node.path("no_statements")),
                node.path("details").asBoolean(false));
    }

    /** What stands for an article of which nothing was predicted. */
    static QuotedArticle without(String id) {
        return new QuotedArticle(id, null, List.of(), List.of(), List.of(), false);
    }
}

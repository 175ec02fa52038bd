package org.parley.sources.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.feed.FeedParser.NotAFeed;
import org.parley.sources.page.WrittenDates;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    private JsonFeed() {}

    static FeedContent parse(byte[] bytes) throws NotAFeed {
        JsonNode feed;
        try {
            feed = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new NotAFeed("is not JSON that can be read");
        }
        if (!feed.path("items").isArray() || !feed.has("version")) {
            throw new NotAFeed("is JSON, but no JSON Feed");
        }
        List<Item> items = new ArrayList<>();
        feed.path("items").forEach(item -> items.add(item(item)));
        return new FeedContent(
                FeedFormat.JSON,
                text(feed, "title"),
                text(feed, "home_page_url"),
                text(feed, "description"),
                FeedParser.lower(text(feed, "language")),
                null,
                authors(feed),
                List.of(),
                null,
                null,
                text(feed, "next_url"),
                items);
    }

    private static Item item(JsonNode item) {
        String html = text(item, "content_html");
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText()));
        String url = text(item, "url");
        return new Item(
                text(item, "id"),
                text(item, "title"),
                url == null ? text(item, "external_url") : url,
                text(item, "summary"),
                html == null ? escaped(text(item, "content_text")) : html,
                authors(item),
                tags,
                WrittenDates.read(text(item, "date_published")),
                WrittenDates.read(text(item, "date_modified")));
    }

    /** Plain text in the form that content has elsewhere. */
    private static String escaped(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
    }

    private static List<Author> authors(JsonNode node) {
        List<Author> authors = new ArrayList<>();
        node.path("authors").forEach(author -> authors.addAll(FeedPeople.author(text(author, "name"), null)));
        return authors.isEmpty() ? FeedPeople.author(text(node.path("author"), "name"), null) : authors;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }
}

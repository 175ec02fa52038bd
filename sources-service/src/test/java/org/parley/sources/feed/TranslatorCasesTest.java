package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.feed.FeedContent.Item;

/**
 * The feeds of another reader's tests, each with what it must become. Compared is what we keep of a feed; pictures,
 * enclosures, the generator and what a format adds beyond the uniform model are not.
 */
@EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranslatorCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void nearly_all_are_read_as_expected_and_none_ends_in_anything_but_a_refusal() throws Exception {
        List<String> lines =
                Files.readAllLines(Path.of(System.getProperty("parley.eval.dir"), "eval", "feeds", "gofeed.jsonl"));
        List<String> different = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int compared = 0;
        for (String line : lines) {
            JsonNode feed = JSON.readTree(line);
            boolean translated = feed.path("suite").asText().startsWith("translator") && feed.has("expected");
            compared += translated ? 1 : 0;
            try {
                FeedContent read = FeedParser.parse(feed.path("feed").asText().getBytes(UTF_8), null, null);
                if (translated) {
                    String difference = difference(feed.path("expected"), read);
                    if (!difference.isEmpty()) {
                        different.add(feed.path("id").asText() + difference);
                    }
                }
            } catch (FeedParser.NotAFeed e) {
                (translated ? different : refused).add(feed.path("id").asText() + ": " + e.getMessage());
            }
        }
        System.out.println("refused: " + refused + "\ndifferent: " + String.join("\n  ", different) + "\n"
                + (compared - different.size()) + " of " + compared + " as expected");
        assertThat(compared).isGreaterThan(90);
        assertThat(different.size()).isLessThanOrEqualTo(compared * 3 / 100);
        assertThat(refused.size()).isLessThanOrEqualTo(lines.size() * 3 / 100);
    }

    private static String difference(JsonNode expected, FeedContent read) {
        var wrong = new TreeMap<String, String>();
        compare(wrong, "feedType", expected, read.format() == FeedFormat.ATOM ? "atom" : "rss");
        compare(wrong, "title", expected, read.title());
        compare(wrong, "link", expected, read.link());
        compare(wrong, "description", expected, read.description());
        compare(wrong, "language", expected, read.language());
        compare(wrong, "copyright", expected, read.copyright());
        compare(wrong, "authors", expected, people(read.authors()));
        compare(
                wrong,
                "categories",
                expected,
                JSON.valueToTree(read.categories()).toString());
        compare(wrong, "publishedParsed", expected, time(read.published()));
        compare(wrong, "updatedParsed", expected, time(read.updated()));
        JsonNode items = expected.path("items");
        if (items.size() != read.items().size()) {
            wrong.put("items", items.size() + " expected, read " + read.items().size());
            return wrong.toString();
        }
        for (int i = 0; i < items.size(); i++) {
            var wrongItem = new TreeMap<String, String>();
            Item item = read.items().get(i);
            compare(wrongItem, "guid", items.get(i), item.guid());
            compare(wrongItem, "title", items.get(i), item.title());
            compare(wrongItem, "link", items.get(i), item.link());
            compare(wrongItem, "description", items.get(i), item.description());
            compare(wrongItem, "content", items.get(i), item.content());
            compare(wrongItem, "authors", items.get(i), people(item.authors()));
            compare(
                    wrongItem,
                    "categories",
                    items.get(i),
                    JSON.valueToTree(item.categories()).toString());
            compare(wrongItem, "publishedParsed", items.get(i), time(item.published()));
            compare(wrongItem, "updatedParsed", items.get(i), time(item.updated()));
            wrongItem.forEach((field, difference) -> wrong.put("item." + field, difference));
        }
        return wrong.isEmpty() ? "" : wrong.toString();
    }

    private static void compare(Map<String, String> wrong, String field, JsonNode expected, String read) {
        JsonNode node = expected.path(field);
        String wanted = node.isValueNode() ? node.asText() : node.isMissingNode() ? null : sorted(field, node);
        String found = "[]".equals(read) ? null : read;
        if (wanted == null ? found != null : !wanted.equals(found)) {
            wrong.put(field, "expected " + wanted + ", read " + found);
        }
    }

    /** The members of an author in the order that {@link #person} writes them. */
    private static String sorted(String field, JsonNode node) {
        if (!field.equals("authors")) {
            return node.toString();
        }
        List<Author> authors = new ArrayList<>();
        node.forEach(author -> authors.add(new Author(
                author.path("name").asText(null), author.path("email").asText(null))));
        return people(authors);
    }

    private static String people(List<Author> authors) {
        return "["
                + String.join(
                        ",", authors.stream().map(TranslatorCasesTest::person).toList()) + "]";
    }

    private static String person(Author author) {
        var members = new ArrayList<String>();
        if (author.name() != null) {
            members.add("\"name\":\"" + author.name() + "\"");
        }
        if (author.email() != null) {
            members.add("\"email\":\"" + author.email() + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String time(Instant time) {
        return time == null ? null : time.toString();
    }
}

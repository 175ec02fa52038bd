package org.parley.sources.feed;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.page.WrittenDates;

/** Atom 1.0 and 0.3. */
final class AtomFeed {

    private AtomFeed() {}

    static FeedContent parse(Element feed) {
        // Some put a prefix on every element; whichever the root has, the others have too.
        String tag = feed.tagName().toLowerCase(Locale.ROOT);
        String prefix = tag.contains(":") ? tag.substring(0, tag.indexOf(':')) : "";
        List<Element> links = Tags.all(feed, prefix, "link");
        return new FeedContent(
                FeedFormat.ATOM,
                plain(feed, prefix, "title"),
                link(links, "alternate"),
                first(plain(feed, prefix, "subtitle"), plain(feed, prefix, "tagline")),
                FeedParser.lower(Tags.attribute(feed, "xml:lang")),
                first(plain(feed, prefix, "rights"), plain(feed, prefix, "copyright")),
                people(feed, prefix),
                categories(feed, prefix),
                null,
                WrittenDates.read(first(Tags.text(feed, prefix, "updated"), Tags.text(feed, prefix, "modified"))),
                link(links, "next"),
                Tags.all(feed, prefix, "entry").stream()
                        .map(entry -> item(entry, prefix))
                        .toList());
    }

    private static Item item(Element entry, String prefix) {
        var updated =
                WrittenDates.read(first(Tags.text(entry, prefix, "updated"), Tags.text(entry, prefix, "modified")));
        var published =
                WrittenDates.read(first(Tags.text(entry, prefix, "published"), Tags.text(entry, prefix, "issued")));
        return new Item(
                Tags.text(entry, prefix, "id"),
                plain(entry, prefix, "title"),
                link(Tags.all(entry, prefix, "link"), "alternate"),
                content(entry, prefix, "summary"),
                content(entry, prefix, "content"),
                people(entry, prefix),
                categories(entry, prefix),
                published == null ? updated : published,
                updated);
    }

    /** The first link with that relation; one without any is an alternate, one to HTML goes before others. */
    static String link(List<Element> links, String relation) {
        Element found = null;
        for (Element link : links) {
            String rel = Tags.attribute(link, "rel");
            boolean fits = relation.equals(rel == null ? "alternate" : rel) && Tags.attribute(link, "href") != null;
            if (fits && (found == null || (isHtml(link) && !isHtml(found)))) {
                found = link;
            }
        }
        return Tags.attribute(found, "href");
    }

    private static boolean isHtml(Element link) {
        String type = Tags.attribute(link, "type");
        return type == null || type.contains("html");
    }

    static List<Author> person(Element person, String prefix) {
        return FeedPeople.author(Tags.text(person, prefix, "name"), Tags.text(person, prefix, "email"));
    }

    private static List<Author> people(Element parent, String prefix) {
        return Tags.all(parent, prefix, "author").stream()
                .flatMap(author -> person(author, prefix).stream())
                .toList();
    }

    private static List<String> categories(Element parent, String prefix) {
        return Tags.all(parent, prefix, "category").stream()
                .map(category -> first(Tags.attribute(category, "label"), Tags.attribute(category, "term")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String content(Element entry, String prefix, String name) {
        Element element = Tags.first(entry, prefix, name);
        return element == null ? null : Tags.text(element);
    }

    /** Text without the markup it may have. */
    private static String plain(Element parent, String prefix, String name) {
        Element element = Tags.first(parent, prefix, name);
        String text = element == null ? null : Tags.text(element);
        String type = element == null ? "" : element.attr("type");
        return text == null || !type.contains("html")
                ? text
                : Jsoup.parseBodyFragment(text).text();
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}

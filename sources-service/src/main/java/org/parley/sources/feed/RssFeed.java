package org.parley.sources.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.page.WrittenDates;

/** RSS 0.9x, 1.0 (RDF) and 2.0, with what Dublin Core, iTunes, Atom and the content module add. */
final class RssFeed {

    private RssFeed() {}

    /** @param beside items that stand beside the channel, as in RDF */
    static FeedContent parse(FeedFormat format, Element channel, List<Element> beside) {
        List<Element> entries = new ArrayList<>(Tags.all(channel, "", "item"));
        entries.addAll(beside);
        return new FeedContent(
                format,
                either(Tags.text(channel, "", "title"), Tags.text(channel, "dc", "title")),
                link(channel),
                either(Tags.text(channel, "", "description"), Tags.text(channel, "itunes", "summary")),
                FeedParser.lower(either(Tags.text(channel, "", "language"), Tags.text(channel, "dc", "language"))),
                either(Tags.text(channel, "", "copyright"), Tags.text(channel, "dc", "rights")),
                authors(channel, "managingeditor", "webmaster"),
                categories(channel),
                WrittenDates.read(Tags.text(channel, "", "pubdate")),
                WrittenDates.read(either(Tags.text(channel, "", "lastbuilddate"), Tags.text(channel, "dc", "date"))),
                AtomFeed.link(Tags.all(channel, "atom", "link"), "next"),
                entries.stream().map(RssFeed::item).toList());
    }

    private static Item item(Element entry) {
        var published = WrittenDates.read(firstOf(
                Tags.text(entry, "", "pubdate"),
                Tags.text(entry, "atom", "published"),
                Tags.text(entry, "dc", "date"),
                Tags.text(entry, "dcterms", "issued")));
        return new Item(
                Tags.text(entry, "", "guid"),
                either(Tags.text(entry, "", "title"), Tags.text(entry, "dc", "title")),
                firstOf(link(entry), permalink(entry)),
                firstOf(
                        Tags.text(entry, "", "description"),
                        Tags.text(entry, "dc", "description"),
                        Tags.text(entry, "itunes", "summary")),
                either(Tags.text(entry, "content", "encoded"), Tags.text(entry, "atom", "content")),
                authors(entry, "author", "author"),
                categories(entry),
                published,
                WrittenDates.read(firstOf(
                        Tags.text(entry, "atom", "updated"),
                        Tags.text(entry, "dcterms", "modified"),
                        Tags.text(entry, "dc", "date"))));
    }

    /** The last link is the one that counts where there are several; Atom's only where there is none. */
    private static String link(Element parent) {
        List<Element> links = Tags.all(parent, "", "link");
        for (int i = links.size() - 1; i >= 0; i--) {
            String text = Tags.text(links.get(i));
            String target = text == null ? AtomFeed.link(links.subList(i, i + 1), "alternate") : text;
            if (target != null) {
                return target;
            }
        }
        return AtomFeed.link(Tags.all(parent, "atom", "link"), "alternate");
    }

    private static String permalink(Element entry) {
        Element guid = Tags.first(entry, "", "guid");
        String text = guid == null || "false".equalsIgnoreCase(guid.attr("isPermaLink")) ? null : Tags.text(guid);
        return text != null && text.matches("(?i)https?://\\S+") ? text : null;
    }

    private static List<Author> authors(Element parent, String own, String other) {
        return Stream.<Stream<Author>>of(
                        FeedPeople.of(Tags.text(parent, "", own)).stream(),
                        FeedPeople.of(Tags.text(parent, "", other)).stream(),
                        atomAuthors(parent),
                        dublinCore(parent, "author"),
                        dublinCore(parent, "creator"),
                        FeedPeople.of(Tags.text(parent, "itunes", "author")).stream())
                .map(Stream::toList)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<Author> atomAuthors(Element parent) {
        return Tags.all(parent, "atom", "author").stream().flatMap(author -> AtomFeed.person(author, "atom").stream());
    }

    private static Stream<Author> dublinCore(Element parent, String name) {
        return Tags.all(parent, "dc", name).stream()
                .map(Tags::text)
                .filter(Objects::nonNull)
                .flatMap(text -> FeedPeople.of(text).stream());
    }

    private static List<String> categories(Element parent) {
        Collection<String> found = new LinkedHashSet<>();
        for (Element category : Tags.all(parent, "", "category")) {
            found.add(Tags.text(category));
        }
        String keywords = Tags.text(parent, "itunes", "keywords");
        if (keywords != null) {
            Stream.of(keywords.split(",")).map(String::strip).forEach(found::add);
        }
        for (Element category : Tags.all(parent, "itunes", "category")) {
            found.add(Tags.attribute(category, "text"));
            Tags.all(category, "itunes", "category").forEach(inner -> found.add(Tags.attribute(inner, "text")));
        }
        for (Element subject : Tags.all(parent, "dc", "subject")) {
            found.add(Tags.text(subject));
        }
        for (Element category : Tags.all(parent, "atom", "category")) {
            found.add(Tags.attribute(category, "term"));
        }
        return found.stream().filter(text -> text != null && !text.isEmpty()).toList();
    }

    private static String either(String one, String other) {
        return one != null ? one : other;
    }

    private static String firstOf(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}

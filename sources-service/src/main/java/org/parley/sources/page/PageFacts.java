package org.parley.sources.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article beside the text: first in JSON-LD, then in its meta elements, then as printed. */
final class PageFacts {

    private static final List<String> META_NAMES = List.of("name", "property", "itemprop");

    private final Document document;
    private final JsonNode article;
    private final Map<String, String> metas;

    private PageFacts(Document document, JsonNode article) {
        this.document = document;
        this.article = article;
        this.metas = metas(document);
    }

    static PageFacts of(Document document) {
        PageFacts facts = new PageFacts(document, LinkedData.article(document));
        // Read now: what looks for the text takes scripts and heads out of the document.
        facts.read();
        return facts;
    }

    private String headline;
    private String byline;
    private Instant published;
    private String url;
    private String language;
    private String site;

    private void read() {
        headline = first(
                LinkedData.text(article, "headline"),
                meta("property", "og:title"),
                meta("name", "twitter:title"),
                only("h1"),
                document.title());
        byline = first(
                LinkedData.people(article.path("author")),
                meta("name", "author"),
                meta("property", "article:author"),
                meta("name", "byl"),
                printed("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline, .author"));
        published = published();
        url = first(attribute("link[rel=canonical]", "abs:href"), meta("property", "og:url"));
        language = first(LinkedData.text(article, "inLanguage"), attribute("html", "lang"));
        site = first(LinkedData.text(article.path("publisher"), "name"), meta("property", "og:site_name"));
    }

    private Instant published() {
        return Stream.<Supplier<String>>of(
                        () -> LinkedData.text(article, "datePublished"),
                        () -> meta("property", "article:published_time"),
                        () -> meta("itemprop", "datepublished"),
                        () -> meta("name", "parsely-pub-date"),
                        () -> meta("name", "pubdate"),
                        () -> meta("name", "dc.date.issued"),
                        () -> meta("name", "dcterms.created"),
                        () -> meta("name", "date"),
                        () -> attribute("[itemprop=datePublished]", "datetime"),
                        () -> attribute("time[pubdate]", "datetime"),
                        () -> attribute(
                                "article header time[datetime], h1 ~ time[datetime], article time[datetime]",
                                "datetime"))
                .map(Supplier::get)
                .map(WrittenDates::read)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The headline is kept apart; at the top of the text it would stand twice. */
    String withoutHeadline(String text) {
        int end = text.indexOf('\n');
        boolean twice = end > 0 && text.substring(0, end).strip().equalsIgnoreCase(headline);
        return twice ? text.substring(end).strip() : text;
    }

    Page page(String text) {
        return new Page(text, headline, byline, published, url, language, site);
    }

    private String meta(String attribute, String name) {
        return metas.get(attribute + " " + name);
    }

    /** What all meta elements say, in one walk through the page: it is asked for by a dozen names. */
    private static Map<String, String> metas(Document document) {
        Map<String, String> metas = new HashMap<>();
        for (Element meta : document.getElementsByTag("meta")) {
            String content = meta.attr("content").strip();
            for (String attribute : META_NAMES) {
                String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
                // An address is not a name: article:author is often a page.
                if (!name.isEmpty() && !content.isEmpty() && (name.equals("og:url") || !content.startsWith("http"))) {
                    metas.putIfAbsent(attribute + " " + name, content);
                }
            }
        }
        return metas;
    }

    private String attribute(String selector, String attribute) {
        Element found = document.selectFirst(selector);
        return found == null ? null : found.attr(attribute).strip();
    }

    /** The text of such an element if the page has exactly one. */
    private String only(String selector) {
        var found = document.select(selector);
        return found.size() == 1 ? found.get(0).text() : null;
    }

    private String printed(String selector) {
        List<String> found = new ArrayList<>();
        for (Element element : document.select(selector)) {
            String text = element.text().strip();
            if (!text.isEmpty() && text.length() <= 150) {
                found.add(text);
            }
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static String first(String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse(null);
    }
}

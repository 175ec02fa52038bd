package org.parley.sources.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.parley.kit.problem.ProblemException;

/** Lists of feeds as readers exchange them. A folder that holds feeds is taken for their outlet. */
final class Opml {

    private static final int DEEPEST = 50;

    private Opml() {}

    /** @param outlet whose feeds they all are, or null to take the folder or, without one, the feed's own name */
    static List<FeedList.Entry> read(byte[] bytes, String outlet) {
        Parser parser = Parser.xmlParser();
        parser.setMaxDepth(DEEPEST);
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
        if (document.selectFirst("opml") == null) {
            throw ProblemException.badInput(null, "the body is no OPML");
        }
        List<FeedList.Entry> entries = new ArrayList<>();
        for (Element outline : document.select("outline")) {
            String url = attribute(outline, "xmlUrl");
            if (url != null) {
                String title = named(outline);
                Element folder = outline.parent();
                String group = folder != null && folder.tagName().equalsIgnoreCase("outline") ? named(folder) : null;
                entries.add(new FeedList.Entry(
                        outlet != null ? outlet : group != null ? group : title,
                        url,
                        title,
                        attribute(outline, "htmlUrl"),
                        null,
                        null,
                        null,
                        null,
                        null));
            }
        }
        return entries;
    }

    static String write(List<FeedView> feeds) {
        Map<String, List<FeedView>> byOutlet = new LinkedHashMap<>();
        feeds.forEach(feed -> byOutlet.computeIfAbsent(feed.outlet().name(), name -> new ArrayList<>())
                .add(feed));
        Document document = Jsoup.parse("", Parser.xmlParser());
        Element opml = document.appendElement("opml").attr("version", "2.0");
        opml.appendElement("head").appendElement("title").text("Feeds of Parley");
        Element body = opml.appendElement("body");
        byOutlet.forEach((name, group) -> {
            Element folder = body.appendElement("outline").attr("text", name).attr("title", name);
            for (FeedView feed : group) {
                String title = feed.title() == null ? feed.url() : feed.title();
                Element outline = folder.appendElement("outline")
                        .attr("type", "rss")
                        .attr("text", title)
                        .attr("title", title)
                        .attr("xmlUrl", feed.url());
                if (feed.outlet().homepage() != null) {
                    outline.attr("htmlUrl", feed.outlet().homepage());
                }
            }
        });
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + opml.outerHtml() + "\n";
    }

    private static String named(Element outline) {
        String title = attribute(outline, "title");
        return title == null ? attribute(outline, "text") : title;
    }

    /** Whatever its capitals: readers do not agree on them. */
    private static String attribute(Element element, String name) {
        String value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }
}

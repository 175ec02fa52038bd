package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads feeds as they are found, which is often not as they should be: entities undeclared, prefixes unbound, charsets
 * wrong. Declared entities are never expanded and nothing outside is ever fetched, so a DOCTYPE can do no harm.
 */
final class FeedParser {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 200;

    private FeedParser() {}

    /** A document that is no feed of a known format. */
    static final class NotAFeed extends Exception {

        private static final long serialVersionUID = 1L;

        NotAFeed(String message) {
            super(message);
        }
    }

    /**
     * @param contentType the header it came with, or null
     * @param url where it came from, or null; relative addresses stay relative, see {@link FeedContent}
     * @throws NotAFeed if it is none, saying what it seems to be
     */
    static FeedContent parse(byte[] bytes, String contentType, String url) throws NotAFeed {
        int start = firstCharacter(bytes);
        if (start < bytes.length && bytes[start] == '{') {
            return JsonFeed.parse(bytes);
        }
        Document document = read(bytes, contentType, url);
        Element root = document.children().stream()
                .filter(element -> !element.nodeName().startsWith("?"))
                .findFirst()
                .orElseThrow(() -> new NotAFeed(bytes.length == 0 ? "is empty" : "is neither XML nor JSON"));
        return switch (Tags.name(root)) {
            case "rss" -> RssFeed.parse(FeedFormat.RSS, channel(root), List.of());
            case "channel" -> RssFeed.parse(FeedFormat.RSS, root, List.of());
            case "rdf" -> RssFeed.parse(FeedFormat.RDF, channel(root), Tags.all(root, "", "item"));
            case "feed" -> AtomFeed.parse(root);
            case "html" -> throw new NotAFeed("is a web page, not a feed");
            default ->
                throw new NotAFeed("is XML of another kind: " + root.tagName().replaceAll("[^\\w:-]", "?"));
        };
    }

    /** Without a channel it is a feed that says nothing. */
    private static Element channel(Element root) {
        Element found = Tags.first(root, "", "channel");
        return found == null ? root : found;
    }

    private static Document read(byte[] bytes, String contentType, String url) {
        Parser parser = Parser.xmlParser();
        parser.setMaxDepth(DEEPEST);
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(bytes), charset(bytes, contentType), url == null ? "" : url, parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /**
     * What the document itself says goes before what the server says, as servers say one thing of all their files; null
     * lets jsoup look at the byte order mark and the declaration.
     */
    private static String charset(byte[] bytes, String contentType) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.contains("encoding=")
                || start.indexOf(0) >= 0
                || start.startsWith("\u00ef\u00bb\u00bf")
                || start.startsWith("\u00fe\u00ff")
                || start.startsWith("\u00ff\u00fe")) {
            return null;
        }
        Matcher header = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!header.find()) {
            return UTF_8.name();
        }
        try {
            return Charset.forName(header.group(1)).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return UTF_8.name();
        }
    }

    private static int firstCharacter(byte[] bytes) {
        int i = bytes.length > 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        while (i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** A language tag in the form it is compared by. */
    static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}

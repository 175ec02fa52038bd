package org.parley.sources.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.parley.sources.outlet.Cleaning;
import org.parley.sources.page.PageException.Kind;

/**
 * Makes a page into the text of its article. What finds the text knows no limits of its own (200,000 nested elements
 * keep it busy for minutes), so pages are limited in bytes, depth, elements and time before and while it works.
 */
@ApplicationScoped
public class Cleaner {

    /** The longest page, in bytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Cleaner.class);
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    /** Stands for the address of a page that came without one: relative links lead nowhere. */
    private static final String NO_ADDRESS = "https://page.invalid/";

    private static final int MOST_ELEMENTS = 100_000;
    private static final int DEEPEST = 256;
    private static final int MOST_SECONDS = 5;

    private final ExecutorService worker = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cleaner");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Finds the article on a page.
     *
     * @param contentType the header it came with, or null
     * @param url where it came from, or null
     * @param rules the outlet's own, or null
     * @throws PageException if no text is found, or the page goes beyond a limit
     */
    public Page clean(byte[] html, String contentType, String url, Cleaning rules) throws PageException {
        if (html.length > MOST_BYTES) {
            throw new PageException(Kind.NEVER, "the page is larger than 5 MB");
        }
        Future<Page> page = worker.submit(() -> read(html, contentType, url == null ? "" : url, rules));
        try {
            return page.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Its thread cannot be stopped, only left behind.
            page.cancel(true);
            throw new PageException(Kind.NEVER, "the page is built in such a way that reading it takes too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PageException(Kind.LATER, "reading the page was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PageException known) {
                throw known;
            }
            LOG.warnf(e.getCause(), "The page %s cannot be read", url);
            throw new PageException(Kind.NEVER, "the page cannot be read");
        }
    }

    private static Page read(byte[] html, String contentType, String url, Cleaning rules) throws PageException {
        Document document = parse(html, contentType, url);
        if (document.getAllElements().size() > MOST_ELEMENTS) {
            throw new PageException(Kind.NEVER, "the page has more than " + MOST_ELEMENTS + " elements");
        }
        PageFacts facts = PageFacts.of(document);
        if (rules != null && rules.strip() != null) {
            rules.strip().forEach(selector -> document.select(selector).remove());
        }
        Element ruled = rules == null || rules.main() == null ? null : document.selectFirst(rules.main());
        String text = ruled != null ? PageText.of(ruled) : found(document, url);
        if (text.isBlank()) {
            throw new PageException(Kind.NEVER, "no text of an article is found on the page");
        }
        return facts.page(facts.withoutHeadline(text));
    }

    private static String found(Document document, String url) {
        Element content = new Readability4J(url.isEmpty() ? NO_ADDRESS : url, document)
                .parse()
                .getArticleContent();
        return content == null ? "" : PageText.of(content);
    }

    private static Document parse(byte[] html, String contentType, String url) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), charset(contentType), url, parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /** What the server says; null lets jsoup look at the byte order mark and the page's own word. */
    private static String charset(String contentType) {
        Matcher said = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!said.find()) {
            return null;
        }
        try {
            return Charset.forName(said.group(1)).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}

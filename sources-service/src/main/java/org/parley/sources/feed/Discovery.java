package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Finds the feeds of a site from its home page: those the page names, then links that look like one, then the usual
 * places. Each is read before it is offered.
 */
@ApplicationScoped
class Discovery {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_TRIED = 15;
    private static final Pattern LOOKS_LIKE_FEED =
            Pattern.compile("(?i)(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:[/._?-]|$)|\\.(?:xml|rdf|rss|atom)(?:\\?|$)");
    private static final List<String> USUAL_PLACES =
            List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json");

    private final OutboundHttp http;
    private final FeedFetch fetch;

    Discovery(OutboundHttp http, FeedFetch fetch) {
        this.http = http;
        this.fetch = fetch;
    }

    /**
     * A feed that was found and read.
     *
     * @param knownFeedId the id of the feed here with that address, or null
     */
    @JsonInclude(Include.NON_NULL)
    record Candidate(String url, String title, FeedFormat format, int items, UUID knownFeedId) {}

    List<Candidate> of(String page) {
        String url = FeedAddress.of(page);
        FeedFetch.Fetched itself = fetch.fetch(url, null, null);
        if (itself.feed() != null) {
            return List.of(candidate(itself.url(), itself.feed()));
        }
        List<Candidate> found = new ArrayList<>();
        Map<String, Boolean> tried = new LinkedHashMap<>();
        for (String address : named(url)) {
            attempt(address, tried, found);
        }
        if (found.isEmpty()) {
            for (String place : USUAL_PLACES) {
                attempt(FeedAddress.resolved(url, place), tried, found);
            }
        }
        return found;
    }

    private void attempt(String address, Map<String, Boolean> tried, List<Candidate> found) {
        if (tried.size() < MOST_TRIED && tried.putIfAbsent(address, true) == null) {
            FeedFetch.Fetched fetched = fetch.fetch(address, null, null);
            if (fetched.feed() != null
                    && found.stream().noneMatch(other -> other.url().equals(fetched.url()))) {
                found.add(candidate(fetched.url(), fetched.feed()));
            }
        }
    }

    private static Candidate candidate(String url, FeedContent feed) {
        Optional<Feed> known = Feed.at(FeedAddress.of(url));
        return new Candidate(
                url,
                feed.title(),
                feed.format(),
                feed.items().size(),
                known.map(existing -> existing.id).orElse(null));
    }

    private List<String> named(String url) {
        OutboundAnswer answer;
        try {
            answer = http.send(OutboundRequest.get(url, MOST_BYTES));
        } catch (OutboundException e) {
            throw ProblemException.at(ErrorCode.BAD_USER_INPUT, 422, "url", e.getMessage());
        }
        if (answer.status() != 200) {
            throw ProblemException.at(ErrorCode.BAD_USER_INPUT, 422, "url", "answers HTTP " + answer.status());
        }
        Document document = parsed(answer);
        List<String> addresses = new ArrayList<>();
        for (Element link : document.select("link[rel~=(?i)alternate][href]")) {
            String type = link.attr("type").toLowerCase(java.util.Locale.ROOT);
            if (type.contains("rss") || type.contains("atom") || type.contains("rdf") || type.contains("feed+json")) {
                add(addresses, answer.url(), link.attr("href"));
            }
        }
        for (Element link : document.select("a[href]")) {
            if (LOOKS_LIKE_FEED.matcher(link.attr("href")).find()) {
                add(addresses, answer.url(), link.attr("href"));
            }
        }
        return addresses;
    }

    private static void add(List<String> addresses, String base, String href) {
        String address = FeedAddress.resolved(base, href);
        if (address != null) {
            addresses.add(address);
        }
    }

    private static Document parsed(OutboundAnswer answer) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(256);
        try {
            return Jsoup.parse(new ByteArrayInputStream(answer.body()), null, answer.url(), parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }
}

package org.parley.sources.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.sources.page.WrittenDates;

/** Asks for a feed once and says what became of it. */
@ApplicationScoped
class FeedFetch {

    private static final int MOST_BYTES = 15 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/rdf+xml,"
            + " application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.8";

    private final OutboundHttp http;
    private final Clock clock;

    FeedFetch(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * What one request brought.
     *
     * @param detail why, for people; null where the outcome says it all
     * @param status the HTTP status, or null without an answer
     * @param url where it came from in the end
     * @param movedTo the feed's new address, or null
     * @param etag to be sent back exactly so, like {@code lastModified}
     * @param leaveAlone how long the server asks to be left alone; zero if it does not say
     * @param feed null unless it could be read
     */
    record Fetched(
            PollOutcome outcome,
            String detail,
            Integer status,
            String url,
            String movedTo,
            String etag,
            String lastModified,
            Duration leaveAlone,
            FeedContent feed) {

        /** One that brought nothing. */
        static Fetched failed(PollOutcome outcome, String detail, String url) {
            return new Fetched(outcome, detail, null, url, null, null, null, Duration.ZERO, null);
        }
    }

    /** @param etag and {@code lastModified} of the answer before, or null to be given all of it */
    Fetched fetch(String url, String etag, String lastModified) {
        OutboundAnswer answer;
        try {
            answer = http.send(OutboundRequest.get(url, MOST_BYTES)
                    .with("Accept", ACCEPT)
                    .with("If-None-Match", etag)
                    .with("If-Modified-Since", lastModified));
        } catch (OutboundException e) {
            return Fetched.failed(PollOutcome.of(e.reason()), e.getMessage(), url);
        }
        PollOutcome outcome = PollOutcome.of(answer.status());
        String detail = outcome == null || outcome.isGood() ? null : "HTTP " + answer.status();
        FeedContent feed = null;
        if (outcome == null) {
            try {
                feed = FeedParser.parse(
                        answer.body(), answer.header("content-type").orElse(null), answer.url());
                outcome = feed.items().isEmpty() ? PollOutcome.EMPTY : PollOutcome.OK;
            } catch (FeedParser.NotAFeed e) {
                outcome = PollOutcome.INVALID;
                detail = "what came " + e.getMessage();
            }
        }
        return new Fetched(
                outcome,
                detail,
                answer.status(),
                answer.url(),
                outcome.isGood() ? answer.movedTo() : null,
                answer.header("etag").orElse(null),
                answer.header("last-modified").orElse(null),
                wait(answer, outcome.isGood()),
                feed);
    }

    private Duration wait(OutboundAnswer answer, boolean good) {
        Duration wait = Duration.ZERO;
        String after = answer.header("retry-after").orElse("").strip();
        if (after.matches("\\d{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(after));
        } else {
            Instant until = WrittenDates.read(after);
            wait = until == null ? wait : Duration.between(clock.instant(), until);
        }
        Matcher age = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
        if (good && age.find()) {
            Duration fresh = Duration.ofSeconds(Long.parseLong(age.group(1)));
            wait = fresh.compareTo(wait) > 0 ? fresh : wait;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}

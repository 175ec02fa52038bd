package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.outlet.OutletEdits;

/** What an admin says of a feed; the members of a creation and, merged over what is there, of a change. */
@JsonInclude
record FeedInput(
        String outlet,
        String url,
        String title,
        Boolean fetchPages,
        List<String> include,
        List<String> exclude,
        Integer minIntervalSeconds,
        Integer maxIntervalSeconds) {

    private static final int MOST_RULES = 100;

    static FeedInput of(Feed feed) {
        return new FeedInput(
                feed.outlet.id.toString(),
                feed.url,
                feed.title,
                feed.fetchPages,
                feed.included,
                feed.excluded,
                feed.minIntervalSeconds,
                feed.maxIntervalSeconds);
    }

    /** @throws ProblemException naming the member that is wrong */
    void writeTo(Feed feed, OutletEdits outlets) {
        if (outlet == null) {
            throw ProblemException.badInput("outlet", "is missing: say whose feed it is, by the outlet's id");
        }
        feed.outlet = outlets.get(outlet);
        feed.host = FeedAddress.host(url);
        feed.url = FeedAddress.of(url);
        feed.title = title == null || title.isBlank() ? null : title.strip();
        feed.fetchPages = fetchPages == null || fetchPages;
        feed.included = rules("include", include);
        feed.excluded = rules("exclude", exclude);
        feed.minIntervalSeconds = seconds("minIntervalSeconds", minIntervalSeconds, Feed.SHORTEST_INTERVAL);
        feed.maxIntervalSeconds = seconds("maxIntervalSeconds", maxIntervalSeconds, Feed.LONGEST_INTERVAL);
        if (feed.minIntervalSeconds > feed.maxIntervalSeconds) {
            throw ProblemException.badInput("minIntervalSeconds", "cannot be more than maxIntervalSeconds");
        }
        feed.intervalSeconds = Math.min(
                Math.max(
                        feed.intervalSeconds == 0 ? Feed.USUAL_INTERVAL : feed.intervalSeconds,
                        feed.minIntervalSeconds),
                feed.maxIntervalSeconds);
    }

    /** Checks what can be checked without an outlet. */
    void checkRules() {
        rules("include", include);
        rules("exclude", exclude);
        seconds("minIntervalSeconds", minIntervalSeconds, Feed.SHORTEST_INTERVAL);
        seconds("maxIntervalSeconds", maxIntervalSeconds, Feed.LONGEST_INTERVAL);
    }

    private static List<String> rules(String field, List<String> words) {
        if (words == null) {
            return List.of();
        }
        if (words.size() > MOST_RULES
                || words.stream().anyMatch(word -> word == null || word.isBlank() || word.length() > 200)) {
            throw ProblemException.badInput(
                    field, "can hold at most " + MOST_RULES + " words or phrases of 200 characters");
        }
        return words.stream().map(String::strip).distinct().toList();
    }

    private static int seconds(String field, Integer given, int usual) {
        if (given != null && (given < 60 || given > 30 * Feed.LONGEST_INTERVAL)) {
            throw ProblemException.badInput(field, "has to be between 60 and 2592000 seconds");
        }
        return given == null ? usual : given;
    }
}

package org.parley.sources.feed;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.feed.FeedFetch.Fetched;

/** One poll of a feed: asks, and stores what came together with what it means for the next poll. */
@ApplicationScoped
class Poll {

    private static final int MOST_ITEMS = 5_000;
    private static final int FAILURES_TILL_BROKEN = 3;
    private static final String NOT_STORED = "what came could not be stored; the log of the service says why";

    private final FeedFetch fetch;
    private final FeedItems items;
    private final Jdbi jdbi;
    private final Changes changes;
    private final Clock clock;

    Poll(FeedFetch fetch, FeedItems items, Jdbi jdbi, Changes changes, Clock clock) {
        this.fetch = fetch;
        this.items = items;
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    /** What a poll did; {@code fresh} entries wait to become articles. */
    record Done(PollOutcome outcome, String detail, Integer status, int items, int fresh, String next) {}

    Done run(Due due) {
        long start = System.nanoTime();
        Fetched fetched = fetch.fetch(due.url(), due.etag(), due.lastModified());
        int millis = (int) ((System.nanoTime() - start) / 1_000_000);
        return kept(due, fetched, millis);
    }

    /** Notes that what a poll brought could not be stored: a failure like others, so that it is bounded and seen. */
    Done notStored(Due due) {
        return kept(due, Fetched.failed(PollOutcome.INVALID, NOT_STORED, due.url()), 0);
    }

    private Done kept(Due due, Fetched fetched, int millis) {
        return QuarkusTransaction.requiringNew().call(() -> {
            changes.lockFirst(List.of(due.id().toString()));
            Feed feed = Feed.findById(due.id());
            Done done = store(feed, due, fetched);
            note(feed.id, done, millis);
            return done;
        });
    }

    /** An older page of the feed: its entries are stored; the feed itself stays as it is. */
    Done older(Due due, String url) {
        Fetched fetched = fetch.fetch(url, null, null);
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Item> entries = entries(fetched);
            return new Done(
                    fetched.outcome(),
                    fetched.detail(),
                    fetched.status(),
                    entries.size(),
                    items.add(due.id(), entries),
                    next(fetched));
        });
    }

    private Done store(Feed feed, Due due, Fetched fetched) {
        FeedView before = feed.view();
        Instant now = clock.instant();
        List<Item> entries = entries(fetched);
        int fresh = items.add(feed.id, entries);
        boolean good = fetched.outcome().isGood();
        feed.lastPolledAt = now;
        feed.lastOutcome = fetched.outcome();
        feed.lastDetail = fetched.detail();
        feed.itemsSeen += fresh;
        feed.failures = good ? 0 : feed.failures + 1;
        feed.intervalSeconds = Pace.interval(
                feed.intervalSeconds, fetched.outcome(), fresh, feed.minIntervalSeconds, feed.maxIntervalSeconds);
        feed.nextPollAt = Pace.next(
                now,
                feed.intervalSeconds,
                feed.failures,
                fetched.leaveAlone(),
                ThreadLocalRandom.current().nextDouble());
        // What was changed meanwhile by an admin is another document: its validators are not these.
        if (good && feed.url.equals(due.url())) {
            feed.lastOkAt = now;
            if (fetched.feed() != null) {
                feed.format = fetched.feed().format();
                feed.title = feed.title == null ? fetched.feed().title() : feed.title;
                feed.etag = fetched.etag();
                feed.lastModified = fetched.lastModified();
            }
            move(feed, fetched.movedTo());
        }
        boolean gone = fetched.outcome() == PollOutcome.GONE;
        if (gone) {
            feed.state = Feed.State.GONE;
        }
        boolean breaks = feed.brokenSince == null && (gone || feed.failures >= FAILURES_TILL_BROKEN);
        boolean recovers = feed.brokenSince != null && good;
        feed.brokenSince = breaks ? now : recovers ? null : feed.brokenSince;
        Feed.flush();
        tell(feed, before, breaks, recovers);
        return new Done(fetched.outcome(), fetched.detail(), fetched.status(), entries.size(), fresh, next(fetched));
    }

    private void tell(Feed feed, FeedView before, boolean breaks, boolean recovers) {
        String what = breaks ? "broken" : recovers ? "recovered" : feed.url.equals(before.url()) ? null : "changed";
        if (what != null) {
            changes.record(
                    "org.parley.feed." + what + ".v1",
                    feed.id.toString(),
                    new ChangeData(before, feed.view(), breaks || recovers ? feed.lastOutcome.name() : "MOVED"));
        }
    }

    private static void move(Feed feed, String movedTo) {
        if (movedTo != null && movedTo.length() <= 2_048 && Feed.at(movedTo).isEmpty()) {
            feed.url = movedTo;
            feed.host = FeedAddress.host(movedTo);
        }
    }

    private void note(UUID feed, Done done, int millis) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into feed_poll (id, feed_id, at, outcome, detail, status, items, fresh, millis)
                        values (:id, :feed, :at, :outcome, :detail, :status, :items, :fresh, :millis)""")
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("feed", feed)
                .bind("at", clock.instant())
                .bind("outcome", done.outcome().name())
                .bind("detail", done.detail())
                .bind("status", done.status())
                .bind("items", done.items())
                .bind("fresh", done.fresh())
                .bind("millis", millis)
                .execute());
    }

    /** With links that can be followed; what a feed holds beyond the limit comes no more than once a poll. */
    private static List<Item> entries(Fetched fetched) {
        return fetched.feed() == null
                ? List.of()
                : fetched.feed().items().stream()
                        .limit(MOST_ITEMS)
                        .map(item -> new Item(
                                item.guid(),
                                item.title(),
                                FeedAddress.resolved(fetched.url(), item.link()),
                                item.description(),
                                item.content(),
                                item.authors(),
                                item.categories(),
                                item.published(),
                                item.updated()))
                        .toList();
    }

    private static String next(Fetched fetched) {
        return fetched.feed() == null
                ? null
                : FeedAddress.resolved(fetched.url(), fetched.feed().next());
    }
}

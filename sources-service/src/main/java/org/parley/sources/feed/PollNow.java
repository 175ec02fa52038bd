package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.audit.Audit;
import org.parley.sources.page.HostLanes;

/** Polls and tests that somebody waits for. */
@ApplicationScoped
class PollNow {

    private static final int MOST_SHOWN = 20;
    private static final int MOST_ROUNDS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FeedEdits edits;
    private final FeedFetch fetch;
    private final Poll poll;
    private final ItemIntake intake;
    private final HostLanes lanes;
    private final Audit audit;

    PollNow(FeedEdits edits, FeedFetch fetch, Poll poll, ItemIntake intake, HostLanes lanes, Audit audit) {
        this.edits = edits;
        this.fetch = fetch;
        this.poll = poll;
        this.intake = intake;
        this.lanes = lanes;
        this.audit = audit;
    }

    /** What a poll did; {@code later} entries are tried again by themselves. */
    @JsonInclude(Include.NON_NULL)
    record Polled(
            PollOutcome outcome,
            String detail,
            Integer status,
            int items,
            int fresh,
            int stored,
            int newVersions,
            int unchanged,
            int skipped,
            int refused,
            int later) {}

    /** What was found at an address. */
    @JsonInclude(Include.NON_NULL)
    record Found(
            PollOutcome outcome,
            String detail,
            Integer status,
            FeedFormat format,
            String title,
            String link,
            Integer itemCount,
            List<FoundItem> items) {}

    /** An entry, as far as one needs it to know it. */
    @JsonInclude(Include.NON_NULL)
    record FoundItem(String title, String url, Instant published, String guid) {}

    Polled poll(String id) {
        Due due = noted(id, "feed.poll");
        Poll.Done done = inLane(due, () -> poll.run(due));
        return polled(due, done, done.items(), done.fresh());
    }

    /** Polls, then follows the feed to its older pages, at most so many. */
    Polled backfill(String id, int pages) {
        Due due = noted(id, "feed.backfill");
        Poll.Done done = inLane(due, () -> poll.run(new Due(due.id(), due.url(), due.host(), null, null)));
        int seen = done.items();
        int fresh = done.fresh();
        String next = done.next();
        for (int page = 1; page < pages && next != null; page++) {
            String url = next;
            Poll.Done older = inLane(due, () -> poll.older(due, url));
            seen += older.items();
            fresh += older.fresh();
            next = older.next() == null || older.next().equals(url) ? null : older.next();
        }
        return polled(due, done, seen, fresh);
    }

    Found test(String url) {
        FeedFetch.Fetched fetched = fetch.fetch(FeedAddress.of(url), null, null);
        FeedContent feed = fetched.feed();
        return new Found(
                fetched.outcome(),
                fetched.detail(),
                fetched.status(),
                feed == null ? null : feed.format(),
                feed == null ? null : feed.title(),
                feed == null ? null : FeedAddress.resolved(fetched.url(), feed.link()),
                feed == null ? null : feed.items().size(),
                feed == null
                        ? null
                        : feed.items().stream()
                                .limit(MOST_SHOWN)
                                .map(item -> new FoundItem(
                                        item.title(),
                                        FeedAddress.resolved(fetched.url(), item.link()),
                                        item.published(),
                                        item.guid()))
                                .toList());
    }

    private Due noted(String id, String action) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Feed feed = edits.get(id);
            audit.note(action, "feed", feed.id, null, null);
            return new Due(feed.id, feed.url, feed.host, feed.etag, feed.lastModified);
        });
    }

    private Polled polled(Due due, Poll.Done done, int seen, int fresh) {
        ItemIntake.Counts counts = new ItemIntake.Counts(0, 0, 0, 0, 0, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            ItemIntake.Counts some = intake.some(due.id());
            counts = counts.plus(some);
            if (some.all() == 0) {
                break;
            }
        }
        return new Polled(
                done.outcome(),
                done.detail(),
                done.status(),
                seen,
                fresh,
                counts.stored(),
                counts.newVersions(),
                counts.unchanged(),
                counts.skipped(),
                counts.failed(),
                counts.later());
    }

    private Poll.Done inLane(Due due, java.util.function.Supplier<Poll.Done> work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!lanes.enter(due.host())) {
            if (System.nanoTime() > until) {
                throw new ProblemException(
                        ErrorCode.CONFLICT, "The feed's host is being asked for something else. Try again shortly.");
            }
            LockSupport.parkNanos(50_000_000);
        }
        try {
            return work.get();
        } finally {
            lanes.leave(due.host());
        }
    }
}

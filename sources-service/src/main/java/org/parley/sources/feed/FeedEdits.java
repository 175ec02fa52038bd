package org.parley.sources.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.IfMatch;
import org.parley.sources.audit.Audit;
import org.parley.sources.audit.Patch;
import org.parley.sources.outlet.OutletEdits;

/** Edits of feeds, each in a transaction with its change and its audit row. */
@ApplicationScoped
class FeedEdits {

    private final OutletEdits outlets;
    private final Changes changes;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    FeedEdits(OutletEdits outlets, Changes changes, Audit audit, ObjectMapper json, Clock clock) {
        this.outlets = outlets;
        this.changes = changes;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND */
    Feed get(String id) {
        Feed found = id == null || id.length() != 36 ? null : Feed.findById(Patch.id(id));
        if (found == null) {
            throw ProblemException.notFound("No feed has this id.");
        }
        return found;
    }

    FeedView create(FeedInput input) {
        String address = FeedAddress.of(input.url());
        return QuarkusTransaction.joiningExisting().call(() -> {
            changes.lockFirst(List.of("feed " + address));
            refuseTaken(address, null);
            Feed feed = new Feed();
            feed.id = UuidCreator.getTimeOrderedEpoch();
            feed.knownAt = clock.instant();
            feed.nextPollAt = feed.knownAt;
            feed.state = Feed.State.ACTIVE;
            feed.version = 1;
            input.writeTo(feed, outlets);
            feed.persistAndFlush();
            changes.record(
                    "org.parley.feed.created.v1", feed.id.toString(), new ChangeData(null, feed.view(), "ADMIN"));
            audit.note("feed.create", "feed", feed.id, null, feed.view());
            return feed.view();
        });
    }

    /** @param ifMatch see {@link IfMatch#expect} */
    FeedView change(String id, JsonNode patch, String ifMatch) {
        return edit(id, "feed.change", ifMatch, feed -> {
            FeedInput merged = Patch.merged(json, FeedInput.of(feed), patch, FeedInput.class);
            String url = FeedAddress.of(merged.url());
            boolean moves = !url.equals(feed.url);
            if (moves) {
                refuseTaken(url, feed);
            }
            merged.writeTo(feed, outlets);
            if (moves) {
                // Another address is another document: what the old one was when it was last read says nothing.
                feed.etag = null;
                feed.lastModified = null;
                feed.nextPollAt = clock.instant();
            }
        });
    }

    FeedView state(String id, Feed.State state, String action, String ifMatch) {
        return edit(id, action, ifMatch, feed -> {
            if (feed.state == Feed.State.RETIRED && state != Feed.State.RETIRED) {
                refuseTaken(feed.url, feed);
            }
            feed.state = state;
            if (state == Feed.State.ACTIVE) {
                feed.nextPollAt = clock.instant();
                feed.failures = 0;
            }
        });
    }

    private FeedView edit(String id, String action, String ifMatch, Consumer<Feed> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            changes.lockFirst(List.of(id));
            Feed feed = get(id);
            IfMatch.expect(ifMatch, feed.version);
            FeedView before = feed.view();
            change.accept(feed);
            if (!before.equals(feed.view())) {
                feed.version++;
                Feed.flush();
                changes.record("org.parley.feed.changed.v1", id, new ChangeData(before, feed.view(), "ADMIN"));
            }
            audit.note(action, "feed", id, before, feed.view());
            return feed.view();
        });
    }

    private static void refuseTaken(String url, Feed except) {
        Feed.at(url)
                .filter(other -> except == null || !other.id.equals(except.id))
                .ifPresent(other -> {
                    throw ProblemException.at(ErrorCode.CONFLICT, 409, "url", "is that of another feed, " + other.id);
                });
    }
}

package org.parley.events.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.kit.change.ChangeCursor;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.problem.ProblemException;

/** Sends the feed again from a place on. */
@ApplicationScoped
class Replay {

    private final ChangeFeed feed;

    Replay(ChangeFeed feed) {
        this.feed = feed;
    }

    /** @param again deliveries of the log that are sent again; what the log no longer holds comes on top */
    record Replayed(int again) {}

    /** In a transaction. */
    Replayed from(Handle handle, UUID endpoint, String after) {
        if (after == null || after.isBlank()) {
            throw ProblemException.badInput("after", "has to be a cursor of the change feed");
        }
        ChangeCursor place = feed.place(after);
        EndpointRow row = Endpoints.mine(handle, null, endpoint, true);
        int again = DeliveryLog.again(handle, endpoint, place.xid(), place.seq());
        ChangeCursor now = new ChangeCursor(row.epoch(), row.xid(), row.seq());
        if (place.isBefore(now)) {
            EndpointRows.move(handle, endpoint, place);
        }
        return new Replayed(again);
    }
}

package org.parley.kit.change;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One reader of the feed's stream. It is written to no faster than it reads; whoever falls behind what the tail keeps is
 * served from the database until it has caught up. All of it runs on the connection's own event loop.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    private static final int READ = 500;

    private final Vertx vertx;
    private final Context loop;
    private final HttpServerResponse response;
    private final ChangeFeed feed;
    private final ChangeRows rows;
    private final ChangeTail tail;
    private final ChangeFilter filter;
    private ChangeCursor place;
    private ChangeTail.Waiter waiter;
    private long heartbeat;
    private boolean closed;

    ChangeStream(
            Vertx vertx,
            HttpServerResponse response,
            ChangeFeed feed,
            ChangeRows rows,
            ChangeTail tail,
            ChangeFilter filter,
            ChangeCursor place) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.response = response;
        this.feed = feed;
        this.rows = rows;
        this.tail = tail;
        this.filter = filter;
        this.place = place;
    }

    /** @param heartbeatMillis how often a sign of life is written */
    void start(long heartbeatMillis) {
        response.closeHandler(gone -> close());
        response.exceptionHandler(broken -> close());
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .write("retry: 2000\n\n");
        heartbeat = vertx.setPeriodic(heartbeatMillis, tick -> beat());
        pump();
    }

    /** Keeps the connection open, and moves the client's place on past what it does not want. */
    private void beat() {
        if (!response.writeQueueFull()) {
            response.write(": heartbeat\nid: " + feed.cursor(place) + "\n\n");
        }
    }

    private void pump() {
        waiter = null;
        if (closed) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> pump());
            return;
        }
        List<Told> recent = tail.after(place);
        if (recent == null) {
            vertx.executeBlocking(() -> behind(place), false)
                    .onSuccess(this::caughtUp)
                    .onFailure(this::broken);
        } else if (recent.isEmpty()) {
            await();
        } else {
            send(recent);
            pump();
        }
    }

    private List<Told> behind(ChangeCursor from) {
        return rows.after(from, READ).stream().map(row -> Told.of(row, feed)).toList();
    }

    private void caughtUp(List<Told> read) {
        if (read.isEmpty()) {
            await();
        } else {
            send(read);
            pump();
        }
    }

    private void await() {
        if (!closed) {
            waiter = tail.await(place, () -> loop.runOnContext(news -> pump()));
        }
    }

    private void send(List<Told> told) {
        Buffer frame = Buffer.buffer();
        for (Told each : told) {
            if (filter.takes(each.row().event(), each.about())) {
                frame.appendBuffer(each.frame());
            }
        }
        place = told.get(told.size() - 1).row().place();
        if (frame.length() > 0 && !closed) {
            response.write(frame);
        }
    }

    private void broken(Throwable failure) {
        LOG.warnf("A stream of changes ends, its client may come back: %s", failure.toString());
        response.reset();
    }

    private void close() {
        closed = true;
        vertx.cancelTimer(heartbeat);
        if (waiter != null) {
            tail.leave(waiter);
        }
    }
}

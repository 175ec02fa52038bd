package org.parley.kit.change;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code GET /v1/changes}: the change feed over HTTP. A service offers it with a subclass that has the path; scope
 * {@code feed}. Who accepts {@code text/event-stream} is served by {@link ChangeStreams} instead.
 */
public abstract class ChangesEndpoint {

    private final ChangeFeed feed;
    private final ChangeTail tail;

    protected ChangesEndpoint(ChangeFeed feed, ChangeTail tail) {
        this.feed = feed;
        this.tail = tail;
    }

    /**
     * The changes after a cursor. Parameters: {@code after}, a cursor of this feed, none to start at its beginning;
     * {@code types}, {@code proposal}, {@code actor}, {@code outlet}, {@code origins}, which changes are wanted; {@code limit}, how many
     * at most, 1 to 500; {@code wait}, how many seconds to wait for a first one if there is none yet, 0 to 60.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("feed")
    @Operation(summary = "The changes after a cursor, in an order that never skips one")
    public Uni<Response> changes(@Context UriInfo address) {
        ChangesQuery query = ChangesQuery.of(address.getQueryParameters());
        String scope = scope();
        long until = System.nanoTime() + query.patience().toNanos();
        return Uni.createFrom()
                .item(() -> query.with(filter(scope, address, query.filter())))
                .chain(wanted -> page(feed.place(wanted.after()), wanted, until))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> Response.ok(page.json(), MediaType.APPLICATION_JSON_TYPE)
                        .header("Link", "<" + next(address, page) + ">; rel=\"next\"")
                        .build());
    }

    /** Something about the caller that {@link #filter} needs, read while the request is at hand; null for nothing. */
    protected String scope() {
        return null;
    }

    /**
     * Which changes this address is about.
     *
     * @param scope what {@link #scope} said
     * @param asked the filter the caller asks for, which is what holds unless a subclass knows better
     */
    protected ChangeFilter filter(String scope, UriInfo address, ChangeFilter asked) {
        return asked;
    }

    private Uni<ChangePage> page(ChangeCursor place, ChangesQuery query, long until) {
        ChangePage page = feed.page(place, query.filter(), query.limit());
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (!page.events().isEmpty() || page.more() || left.isNegative() || left.isZero()) {
            return Uni.createFrom().item(page);
        }
        ChangeCursor seen = feed.place(page.next());
        return news(seen, left).emitOn(Infrastructure.getDefaultWorkerPool()).chain(() -> page(seen, query, until));
    }

    /** Ends once there is something behind the place, or the time is over. No thread waits meanwhile. */
    private Uni<Void> news(ChangeCursor place, Duration most) {
        return Uni.createFrom()
                .<Void>emitter(waiting -> {
                    ChangeTail.Waiter waiter = tail.await(place, () -> waiting.complete(null));
                    waiting.onTermination(() -> tail.leave(waiter));
                })
                .ifNoItem()
                .after(most)
                .recoverWithItem((Void) null);
    }

    private static String next(UriInfo address, ChangePage page) {
        var next = address.getRequestUriBuilder()
                .replaceQueryParam("after", page.next())
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}

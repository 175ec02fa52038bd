package org.parley.kit.change;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * {@code GET /v1/changes}: the change feed over HTTP. A service offers it with a subclass that has the path; scope
 * {@code feed}.
 */
public abstract class ChangesEndpoint {

    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ChangeFeed feed;

    protected ChangesEndpoint(ChangeFeed feed) {
        this.feed = feed;
    }

    /**
     * The changes after a cursor.
     *
     * @param after a cursor of this feed; none starts at its beginning
     * @param limit how many events at most, 1 to 500
     * @param wait how many seconds to wait for a first event if there is none yet, 0 to 60
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("feed")
    @Operation(summary = "The changes after a cursor, in an order that never skips one")
    public ChangePage changes(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("500") String limit,
            @QueryParam("wait") @DefaultValue("0") String wait)
            throws InterruptedException {
        int most = number("limit", limit, 1, ChangeFeed.MAX_PAGE);
        long until = System.nanoTime()
                + Duration.ofSeconds(number("wait", wait, 0, LONGEST_WAIT_SECONDS))
                        .toNanos();
        ChangePage page = feed.read(after, most);
        // Looking again is cheap, and holds no connection in between. NOTIFY would make every commit queue for one
        // lock.
        while (page.events().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            page = feed.read(page.next(), most);
        }
        return page;
    }

    private static int number(String field, String text, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemException.badInput(field, "has to be a whole number");
        }
        if (value > most) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 400, field, "can be at most " + most);
        }
        if (value < least) {
            throw ProblemException.badInput(field, "cannot be less than " + least);
        }
        return value;
    }
}

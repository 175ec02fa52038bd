package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.Batch;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Lists of feeds and of what became of their polls. */
@Path("/v1/feeds")
@RolesAllowed("admin")
class FeedListApi {

    private static final String ORDER = "feeds-newest-1";
    private static final String POLLS = "feed-polls-newest-1";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;
    private final FeedEdits edits;

    FeedListApi(Jdbi jdbi, KeysetCursors cursors, FeedEdits edits) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.edits = edits;
    }

    /** Which feeds; lists mean any of, members are AND-ed. {@code text} stands in the address or title. */
    record Filter(
            List<UUID> ids,
            List<UUID> outlet,
            List<Feed.State> state,
            Boolean broken,
            List<PollOutcome> outcome,
            String text) {}

    record Query(Filter filter, Integer first, Integer last, String after, String before, Boolean count) {}

    record Pages(Integer first, Integer last, String after, String before, Boolean count) {}

    /** A poll that was done; {@code fresh} items were not seen before. */
    @JsonInclude(Include.NON_NULL)
    record PollView(
            UUID id,
            Instant at,
            PollOutcome outcome,
            String detail,
            Integer status,
            int items,
            int fresh,
            int millis) {}

    @POST
    @Path("/query")
    @Operation(summary = "Feeds by filter, the newest first")
    public Page<FeedView> query(Query asked) {
        Query query = asked == null ? new Query(null, null, null, null, null, null) : asked;
        Paging paging = Paging.of(query.first(), query.last(), query.after(), query.before(), query.count());
        Map<String, Object> values = new HashMap<>();
        String where = where(query.filter(), values);
        Long total = paging.count() ? Feed.count(where, values) : null;
        if (paging.cursor() != null) {
            values.put(
                    "beyond",
                    UUID.fromString(cursors.decode(ORDER, paging.cursor(), paging.cursorField())
                            .get(0)));
            where += " and id " + (paging.backward() ? ">" : "<") + " :beyond";
        }
        List<FeedView> rows = Feed.<Feed>find(where + " order by id " + (paging.backward() ? "asc" : "desc"), values)
                .range(0, paging.size())
                .stream()
                .map(Feed::view)
                .toList();
        return Page.of(paging, rows, feed -> cursors.encode(ORDER, feed.id()), total);
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Feeds by id, in the order asked for, null where there is none")
    public Batch<FeedView> byIds(Batch.Ids asked) {
        List<UUID> ids = Batch.checked(asked == null ? null : asked.ids());
        Map<UUID, FeedView> found = new HashMap<>();
        Feed.<Feed>list("id in ?1", ids).forEach(feed -> found.put(feed.id, feed.view()));
        return Batch.of(ids, found);
    }

    @POST
    @Path("/{id}/polls")
    @Operation(summary = "What became of its polls, the newest first")
    public Page<PollView> polls(@PathParam("id") String id, Pages asked) {
        Pages pages = asked == null ? new Pages(null, null, null, null, null) : asked;
        Paging paging = Paging.of(pages.first(), pages.last(), pages.after(), pages.before(), pages.count());
        UUID feed = edits.get(id).id;
        UUID beyond = paging.cursor() == null
                ? null
                : UUID.fromString(cursors.decode(POLLS, paging.cursor(), paging.cursorField())
                        .get(0));
        return jdbi.withHandle(handle -> {
            List<PollView> rows = handle.createQuery(
                            """
                            select id, at, outcome, detail, status, items, fresh, millis from feed_poll
                            where feed_id = :feed and (cast(:beyond as uuid) is null or id %s cast(:beyond as uuid))
                            order by id %s limit :limit""".formatted(paging.backward() ? ">" : "<", paging.backward() ? "asc" : "desc"))
                    .bind("feed", feed)
                    .bindByType("beyond", beyond, UUID.class)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> new PollView(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("at").toInstant(),
                            PollOutcome.valueOf(row.getString("outcome")),
                            row.getString("detail"),
                            row.getObject("status", Integer.class),
                            row.getInt("items"),
                            row.getInt("fresh"),
                            row.getInt("millis")))
                    .list();
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from feed_poll where feed_id = :feed")
                            .bind("feed", feed)
                            .mapTo(Long.class)
                            .one()
                    : null;
            return Page.of(paging, rows, poll -> cursors.encode(POLLS, poll.id()), total);
        });
    }

    private static String where(Filter filter, Map<String, Object> values) {
        List<String> parts = new ArrayList<>(List.of("1 = 1"));
        if (filter != null) {
            any(parts, values, "id", "ids", filter.ids());
            any(parts, values, "outlet.id", "outlets", filter.outlet());
            any(parts, values, "state", "states", filter.state());
            any(parts, values, "lastOutcome", "outcomes", filter.outcome());
            if (filter.broken() != null) {
                parts.add("brokenSince is " + (filter.broken() ? "not " : "") + "null");
            }
            if (filter.text() != null) {
                parts.add("(locate(lower(:text), lower(url)) > 0 or locate(lower(:text), lower(title)) > 0)");
                values.put("text", filter.text());
            }
        }
        return String.join(" and ", parts);
    }

    private static void any(List<String> parts, Map<String, Object> values, String path, String name, List<?> among) {
        if (among != null) {
            parts.add(path + " in :" + name);
            values.put(name, among);
        }
    }
}

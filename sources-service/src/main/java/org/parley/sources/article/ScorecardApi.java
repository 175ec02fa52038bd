package org.parley.sources.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.Batch;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** What an outlet's articles of the last days say of the outlet; each number leads to its rows. */
@Path("/v1/outlets")
@RolesAllowed("read")
class ScorecardApi {

    private static final Set<Integer> WINDOWS = Set.of(7, 30, 90);
    private static final String WINDOW =
            "a.outlet_id = any(:outlets) and coalesce(a.published_at, a.known_at) > :from and coalesce(a.published_at, a.known_at) <= :to";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;
    private final Clock clock;

    ScorecardApi(Jdbi jdbi, KeysetCursors cursors, Clock clock) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.clock = clock;
    }

    record Asked(List<UUID> ids, Integer days) {}

    record RowsAsked(
            Metric metric, Integer days, Integer first, Integer last, String after, String before, Boolean count) {}

    /**
     * Counts over a window; a share is of {@code articles}, and missing where there are none.
     *
     * @param first articles of which others printed nearly the same later
     * @param corrected articles that say they were corrected, or whose text changed
     */
    @JsonInclude(Include.NON_NULL)
    record Scorecard(
            UUID outletId,
            int days,
            Instant from,
            Instant to,
            long articles,
            long first,
            Double firstShare,
            long corrected,
            Double correctedShare,
            long deleted,
            Double deletedShare,
            long retracted,
            Double retractedShare,
            long wireCopies,
            Double wireCopyShare) {}

    @POST
    @Path("/scorecards")
    @Operation(summary = "Scorecards of outlets over the last 7, 30 or 90 days, in the order asked for")
    public Batch<Scorecard> scorecards(Asked asked) {
        List<UUID> ids = Batch.checked(ArticlesApi.given(asked).ids());
        int days = days(asked.days());
        Instant to = clock.instant();
        Instant from = to.minus(Duration.ofDays(days));
        Map<UUID, Scorecard> found = new HashMap<>();
        String counts = Arrays.stream(Metric.values())
                .map(metric -> "count(*) filter (where " + metric.condition() + ") as " + metric.name())
                .collect(Collectors.joining(", "));
        jdbi.useHandle(handle -> {
            handle.createQuery("select id from outlet where id = any(:outlets)")
                    .bindArray("outlets", UUID.class, ids)
                    .mapTo(UUID.class)
                    .forEach(id -> found.put(id, empty(id, days, from, to)));
            handle.createQuery("select a.outlet_id, " + counts + " from article a where " + WINDOW
                            + " group by a.outlet_id")
                    .bindArray("outlets", UUID.class, ids)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> scorecard(row, days, from, to))
                    .forEach(card -> found.put(card.outletId(), card));
        });
        return Batch.of(ids, found);
    }

    @POST
    @Path("/{id}/scorecard-rows")
    @Operation(summary = "The articles that a number of the scorecard counts, newest first")
    public Page<ArticleView> rows(@PathParam("id") String id, RowsAsked asked) {
        Metric metric = ArticlesApi.given(asked).metric() == null ? Metric.ARTICLES : asked.metric();
        Paging paging = Paging.of(asked.first(), asked.last(), asked.after(), asked.before(), asked.count());
        ArticleOrder order = ArticleOrder.of(paging, cursors);
        Instant to = clock.instant();
        Instant from = to.minus(Duration.ofDays(days(asked.days())));
        UUID outlet = ArticleStates.id(id);
        String where = " where " + WINDOW + " and " + metric.condition();
        return jdbi.withHandle(handle -> {
            List<ArticleView> rows = order.bind(
                            handle.createQuery(ArticleRows.select(true) + " from article a" + ArticleRows.OUTLET + where
                                    + " and " + order.condition() + order.orderBy() + " limit :limit"))
                    .bindArray("outlets", UUID.class, outlet)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> ArticleRows.read(row))
                    .list();
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from article a" + where)
                            .bindArray("outlets", UUID.class, outlet)
                            .bind("from", from)
                            .bind("to", to)
                            .mapTo(Long.class)
                            .one()
                    : null;
            return Page.of(paging, rows, article -> ArticleOrder.cursor(cursors, article), total);
        });
    }

    private static int days(Integer days) {
        if (days != null && !WINDOWS.contains(days)) {
            throw ProblemException.badInput("days", "has to be 7, 30 or 90");
        }
        return days == null ? 30 : days;
    }

    private static Scorecard empty(UUID id, int days, Instant from, Instant to) {
        return new Scorecard(id, days, from, to, 0, 0, null, 0, null, 0, null, 0, null, 0, null);
    }

    private static Scorecard scorecard(ResultSet row, int days, Instant from, Instant to) throws SQLException {
        long all = row.getLong(Metric.ARTICLES.name());
        long first = row.getLong(Metric.FIRST.name());
        long corrected = row.getLong(Metric.CORRECTED.name());
        long deleted = row.getLong(Metric.DELETED.name());
        long retracted = row.getLong(Metric.RETRACTED.name());
        long copies = row.getLong(Metric.WIRE_COPY.name());
        return new Scorecard(
                row.getObject("outlet_id", UUID.class),
                days,
                from,
                to,
                all,
                first,
                share(first, all),
                corrected,
                share(corrected, all),
                deleted,
                share(deleted, all),
                retracted,
                share(retracted, all),
                copies,
                share(copies, all));
    }

    private static double share(long part, long all) {
        return Math.round(1000.0 * part / all) / 1000.0;
    }
}

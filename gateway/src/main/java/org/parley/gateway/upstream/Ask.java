package org.parley.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.gateway.outlet.ScorecardMetric;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.position.PositionFilter;
import org.parley.gateway.position.PositionsBy;

/** What the services are asked, as they read it, and the two forms they answer in besides a {@link Page}. */
public final class Ask {

    private Ask() {}

    /**
     * A page of what fits {@code filter}, as it was known at {@code knownAt} (null: now).
     *
     * @param fields the members wanted; null for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Query<F>(
            F filter,
            Instant knownAt,
            Collection<String> fields,
            @JsonUnwrapped Paging paging) {

        /** With all members. */
        public Query(F filter, Instant knownAt, Paging paging) {
            this(filter, knownAt, null, paging);
        }
    }

    /** A page for each key, of what belongs to it and fits {@code filter}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PagesBy<F>(
            String by,
            Collection<String> keys,
            F filter,
            Instant knownAt,
            Collection<String> fields,
            @JsonUnwrapped Paging paging) {

        /** The same for these keys. */
        public PagesBy<F> of(Collection<String> owners) {
            return new PagesBy<>(by, owners, filter, knownAt, fields, paging);
        }
    }

    /** A page for each id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PagesOf(
            Collection<String> ids,
            Instant knownAt,
            @JsonUnwrapped Paging paging) {}

    /** A page of positions for each key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Positions(
            PositionsBy by,
            Collection<String> keys,
            PositionFilter filter,
            LocalDate asOf,
            Instant knownAt,
            Boolean history,
            @JsonUnwrapped Paging paging) {

        /** The same for these keys. */
        public Positions of(Collection<String> owners) {
            return new Positions(by, owners, filter, asOf, knownAt, history, paging);
        }
    }

    /** How outlets did lately. */
    public record Scorecards(Collection<String> ids, int days) {}

    /** The articles behind a number of an outlet's scorecard. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardRows(
            ScorecardMetric metric, int days, @JsonUnwrapped Paging paging) {}

    /** How outlets attribute what they reported in a time. */
    public record Attributions(Collection<String> ids, Instant from, Instant to) {}

    /** Rows that are one; each service has its own word for why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Merge(String into, List<String> from, String note, String reason) {}

    /** Why something is done. */
    public record Reason(String reason) {}

    /** The state a service is in; the same one again, and nothing was written in between. */
    public record Snapshot(String state) {}

    /** One row. */
    public record Id(String id) {}

    /** Rows by their ids. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByIds(Collection<String> ids, Instant knownAt, Collection<String> fields) {

        /** With all members. */
        public ByIds(Collection<String> ids, Instant knownAt) {
            this(ids, knownAt, null);
        }
    }

    /** The version a row has to be at for an edit, as the service reads it; null for whichever. */
    public static String ifMatch(Integer expectedVersion) {
        return expectedVersion == null ? null : "\"" + expectedVersion + "\"";
    }

    /** Articles by their ids, with their text and their versions if wanted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArticlesByIds(
            Collection<String> ids, boolean text, boolean versions, Instant knownAt, Collection<String> fields) {}

    /** What to search for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Search(
            String text, List<String> kinds, @JsonUnwrapped Paging paging) {}

    /** Rows in the order of the ids asked for; null where there is none. */
    public record Items<T>(List<T> items) {}

    /** A page for each key that was asked for. */
    public record Pages<T>(Map<String, Page<T>> pages) {}
}

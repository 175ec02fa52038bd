package org.parley.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;

/** What the services are asked, as they read it, and the two forms they answer in besides a {@link Page}. */
public final class Ask {

    private Ask() {}

    /** A page of what fits {@code filter}, as it was known at {@code knownAt} (null: now). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Query<F>(
            F filter, Instant knownAt, @JsonUnwrapped Paging paging) {}

    /** A page for each key, of what belongs to it and fits {@code filter}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PagesBy<F>(
            String by,
            Collection<String> keys,
            F filter,
            Instant knownAt,
            @JsonUnwrapped Paging paging) {}

    /** A page for each id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PagesOf(
            Collection<String> ids,
            Instant knownAt,
            @JsonUnwrapped Paging paging) {}

    /** Rows by their ids. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByIds(Collection<String> ids, Instant knownAt) {}

    /** Articles by their ids, with their text and their versions if wanted. */
    public record ArticlesByIds(Collection<String> ids, boolean text, boolean versions) {}

    /** What to search for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Search(
            String text, List<String> kinds, @JsonUnwrapped Paging paging) {}

    /** Rows in the order of the ids asked for; null where there is none. */
    public record Items<T>(List<T> items) {}

    /** A page for each key that was asked for. */
    public record Pages<T>(Map<String, Page<T>> pages) {}
}

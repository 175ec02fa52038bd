package org.parley.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items in the list's order, whichever way it was read
 * @param hasNext whether more rows follow
 * @param hasPrevious whether more rows stand before
 * @param total the number of all rows, where it was asked for
 */
@JsonInclude(Include.NON_NULL)
public record Page<T>(List<Item<T>> items, boolean hasNext, boolean hasPrevious, Long total) {

    /** A row and the cursor that starts behind it, which may be null where only the ends of a page are wanted. */
    @JsonInclude(Include.NON_NULL)
    public record Item<T>(String cursor, T node) {}

    /**
     * The page that was asked for.
     *
     * @param rows up to {@code paging.size() + 1} rows in the direction read: the one too many shows that there are more
     */
    public static <T> Page<T> of(Paging paging, List<T> rows, Function<T, String> cursor, Long total) {
        boolean more = rows.size() > paging.size();
        List<Item<T>> items = new ArrayList<>(rows.size());
        for (T row : rows.subList(0, Math.min(rows.size(), paging.size()))) {
            items.add(new Item<>(cursor.apply(row), row));
        }
        if (paging.backward()) {
            Collections.reverse(items);
        }
        boolean beyondCursor = paging.cursor() != null;
        return new Page<>(
                items, paging.backward() ? beyondCursor : more, paging.backward() ? more : beyondCursor, total);
    }

    /** The same page of what {@code change} makes of each row. */
    public <R> Page<R> map(Function<T, R> change) {
        List<Item<R>> changed = items.stream()
                .map(item -> new Item<>(item.cursor(), change.apply(item.node())))
                .toList();
        return new Page<>(changed, hasNext, hasPrevious, total);
    }
}

package org.parley.gateway.page;

import java.util.List;

/**
 * A page of rows as a service answers it; its cursors are the service's own and are handed on unread.
 *
 * @param total how many rows there are in all; null unless it was asked for
 */
public record Page<N>(List<Item<N>> items, boolean hasNext, boolean hasPrevious, Integer total) {

    /** A row and the cursor that stands for its place. */
    public record Item<N>(String cursor, N node) {}
}

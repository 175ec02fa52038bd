package org.parley.gateway.page;

import org.eclipse.microprofile.graphql.Description;

/** Where a page stands in its list. */
@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether more follows: ask again with after: endCursor.")
        boolean hasNextPage,

        @Description("Whether something stands before: ask again with before: startCursor.")
        boolean hasPreviousPage,

        @Description("Cursor of the first row of this page; null when the page is empty.")
        String startCursor,

        @Description("Cursor of the last row of this page; null when the page is empty.")
        String endCursor) {}

package org.parley.gateway.page;

import org.eclipse.microprofile.graphql.Description;

/** A row of a connection and its cursor. A subclass names it, since the schema wants {@code StatementEdge}. */
public abstract class Edge<N> {

    private final String cursor;
    private final N node;

    protected Edge(Page.Item<N> item) {
        this.cursor = item.cursor();
        this.node = item.node();
    }

    @Description("Opaque mark of this row's place; give it as after or before.")
    public String getCursor() {
        return cursor;
    }

    @Description("The row.")
    public N getNode() {
        return node;
    }
}

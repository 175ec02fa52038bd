package org.parley.gateway.page;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list that can grow, in the form that Relay and most clients know. */
public abstract class Connection<N, E extends Edge<N>> {

    private final List<E> edges;
    private final PageInfo pageInfo;
    private final Integer totalCount;

    protected Connection(Page<N> page, Function<Page.Item<N>, E> edge) {
        this.edges = page.items().stream().map(edge).toList();
        this.pageInfo = new PageInfo(
                page.hasNext(),
                page.hasPrevious(),
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
        this.totalCount = page.total();
    }

    @NonNull @Description("The rows of this page, each with its cursor.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull @Description("The rows of this page without cursors.")
    public List<@NonNull N> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull @Description("Where this page stands.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @Description("How many rows there are in all; counted only when selected.")
    public Integer getTotalCount() {
        return totalCount;
    }
}

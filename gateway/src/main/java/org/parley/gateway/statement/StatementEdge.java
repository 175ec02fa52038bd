package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link StatementConnection}. */
@Description("A row and its cursor.")
public final class StatementEdge extends Edge<Statement> {

    StatementEdge(Page.Item<Statement> item) {
        super(item);
    }
}

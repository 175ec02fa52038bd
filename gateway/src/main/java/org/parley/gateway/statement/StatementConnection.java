package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of statements. */
@Description("A page of statements.")
public final class StatementConnection extends Connection<Statement, StatementEdge> {

    /** The page as the service answered it. */
    public StatementConnection(Page<Statement> page) {
        super(page, StatementEdge::new);
    }
}

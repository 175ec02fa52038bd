package org.parley.gateway.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of assertions. */
@Description("A page of assertions.")
public final class AssertionConnection extends Connection<Assertion, AssertionEdge> {

    /** The page as the service answered it. */
    public AssertionConnection(Page<Assertion> page) {
        super(page, AssertionEdge::new);
    }
}

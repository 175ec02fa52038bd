package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** Where a receipt's words stand in the article's current version. */
@Description("Where a receipt's words stand in the article's current version.")
public enum Placement {
    @Description("Where they were read.")
    PLACED,

    @Description("The same words, elsewhere.")
    MOVED,

    @Description("They are gone, or it cannot be told where they went.")
    ORPHANED
}

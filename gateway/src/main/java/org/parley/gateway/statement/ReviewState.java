package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** What people said about the row. */
@Description("What people said about the row.")
public enum ReviewState {
    @Description("Nobody looked yet.")
    UNREVIEWED,

    @Description("Found right.")
    ACCEPTED,

    @Description("Mended by a reviewer.")
    CORRECTED,

    @Description("Found wrong.")
    REJECTED
}

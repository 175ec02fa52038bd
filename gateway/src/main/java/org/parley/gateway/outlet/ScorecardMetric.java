package org.parley.gateway.outlet;

import org.eclipse.microprofile.graphql.Description;

/** A number of a scorecard that counts articles. */
@Description("A number of a scorecard that counts articles.")
public enum ScorecardMetric {
    @Description("All it printed.")
    ARTICLES,

    @Description("Told first of all outlets.")
    FIRST,

    @Description("Corrected later.")
    CORRECTED,

    @Description("Taken off the page.")
    DELETED,

    @Description("Taken back.")
    RETRACTED,

    @Description("Copies of what an agency sent.")
    WIRE_COPY
}

package org.parley.gateway.outlet;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;

/** How an outlet did in a span of days. */
@Description("How an outlet did in a span of days.")
public record OutletScorecard(
        @Description("How many days.") int days,
        @Description("The first moment that counts.") Instant from,
        @Description("The moment it ends.") Instant to,
        @Description("Articles it printed.") int articles,
        @Description("Of these, told first of all outlets.") Integer first,
        @Description("The share of that, 0 to 1.") Double firstShare,
        @Description("Of these, corrected later.") Integer corrected,
        @Description("The share of that, 0 to 1.") Double correctedShare,
        @Description("Of these, taken off the page.") Integer deleted,
        @Description("The share of that, 0 to 1.") Double deletedShare,

        @Description("Of these, taken back.") Integer retracted,

        @Description("The share of that, 0 to 1.") Double retractedShare,

        @Description("Of these, copies of what an agency sent.")
        Integer wireCopies,

        @Description("The share of that, 0 to 1.") Double wireCopyShare) {}

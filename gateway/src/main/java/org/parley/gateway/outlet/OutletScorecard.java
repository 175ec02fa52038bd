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

        @Description("The share of that, 0 to 1.") Double wireCopyShare,

        @Description(
                "Statements in the articles that say when they were published: the rows of these and the two below are statements(filter:"
                        + " {outlet, publishedFrom, publishedTo}) of this span, with corroborated or anonymous.")
        Integer statements,

        @Description("Of these, reported later by another outlet, by an origin of its own.")
        Integer corroborated,

        @Description("The share of that, 0 to 1.") Double corroboratedShare,

        @Description("Of these, said by nobody with a name, such as officials.")
        Integer anonymous,

        @Description("The share of that, 0 to 1.") Double anonymousShare) {

    /** With what events-service counts. */
    public OutletScorecard with(Attribution counted) {
        return new OutletScorecard(
                days,
                from,
                to,
                articles,
                first,
                firstShare,
                corrected,
                correctedShare,
                deleted,
                deletedShare,
                retracted,
                retractedShare,
                wireCopies,
                wireCopyShare,
                counted.statements(),
                counted.corroborated(),
                share(counted.corroborated(), counted.statements()),
                counted.anonymous(),
                share(counted.anonymous(), counted.statements()));
    }

    private static Double share(int part, int all) {
        return all == 0 ? null : Math.round(1000.0 * part / all) / 1000.0;
    }
}

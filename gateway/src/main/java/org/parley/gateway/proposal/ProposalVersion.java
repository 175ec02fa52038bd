package org.parley.gateway.proposal;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.node.Node;
import org.parley.gateway.statement.Basis;
import org.parley.gateway.statement.Receipt;

/** One version of a proposal. */
@Description("One version of a proposal, as told by its number of points, sponsor or date.")
public record ProposalVersion(
        @Id @NonNull @Description("Global id.") String id,
        @Ignore String proposalId,
        @NonNull @Description("What it is called here.") String label,

        @Description("How many points it is said to have, however many of them are told.")
        Integer pointCount,

        @Description("The day it is dated.") LocalDate datedOn,

        @NonNull @Description("How datedOn came to be known.")
        Basis datedOnBasis,

        @NonNull @Description("Who put it forward.") List<@NonNull Actor> proposers,
        @NonNull @Description("Where articles tell of it.") List<@NonNull Receipt> receipts,

        @Description("Its place among the versions; 1 is the first.")
        Integer position,

        @NonNull @Description("Every number of points that is stated for it, the accepted one first.")
        List<@NonNull StatedCount> counts,

        @NonNull @Description("Where articles tell its date.")
        List<@NonNull Receipt> datedOnReceipts,

        @Ignore String previousId,

        @NonNull @Description("Its points, as far as they are told.")
        List<@NonNull PointState> points)
        implements Node {

    public ProposalVersion {
        datedOnBasis = datedOnBasis == null ? Basis.UNKNOWN : datedOnBasis;
        proposers = proposers == null ? List.of() : proposers;
        receipts = receipts == null ? List.of() : receipts;
        counts = counts == null ? List.of() : counts;
        datedOnReceipts = datedOnReceipts == null ? List.of() : datedOnReceipts;
        points = points == null ? List.of() : points;
    }

    ProposalVersion of(String proposal) {
        return proposalId != null
                ? this
                : new ProposalVersion(
                        id,
                        proposal,
                        label,
                        pointCount,
                        datedOn,
                        datedOnBasis,
                        proposers,
                        receipts,
                        position,
                        counts,
                        datedOnReceipts,
                        previousId,
                        points);
    }
}

package org.parley.gateway.proposal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.statement.Receipt;

/** A point in one version of a proposal. */
@Description("A point in one version of a proposal.")
public record PointState(
        @Ignore String pointId,
        @Ignore String versionId,
        @NonNull @Description("What it is called here.") String label,

        @NonNull @Description("What it says in this version.")
        String text,

        @NonNull @Description("What became of it, against the version before.")
        PointFate fate,

        @Description("Who demanded that.") Actor demandedBy,
        @NonNull @Description("Where articles tell of it.") List<@NonNull Receipt> receipts) {

    public PointState {
        fate = fate == null ? PointFate.UNKNOWN : fate;
        receipts = receipts == null ? List.of() : receipts;
    }
}

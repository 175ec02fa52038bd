package org.parley.gateway.proposal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.statement.Receipt;

/** A number of points that articles state. */
@Description("A number of points that articles state.")
public record StatedCount(
        @Description("The number.") int value,
        @NonNull @Description("Where it is stated.") List<@NonNull Receipt> receipts) {

    public StatedCount {
        receipts = receipts == null ? List.of() : receipts;
    }
}

package org.parley.gateway.conflict;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.assertion.Assertion;
import org.parley.gateway.statement.Receipt;

/** One side of a disagreement. */
@Description("One side of a disagreement.")
public record ConflictSide(
        @NonNull @Description("What it says.") String value,
        @NonNull @Description("Where it stands.") List<@NonNull Receipt> receipts,
        @Ignore List<String> statementIds,

        @NonNull @Description("What articles say in their own voice for this side.")
        List<@NonNull Assertion> assertions) {

    public ConflictSide {
        receipts = receipts == null ? List.of() : receipts;
        statementIds = statementIds == null ? List.of() : statementIds;
        assertions = assertions == null ? List.of() : assertions;
    }
}

package org.parley.gateway.assertion;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;
import org.parley.gateway.statement.Receipt;

/** What an article states in its own voice: a count, a date, a version, an amount. Never a statement of somebody. */
@Description(
        "What an article states in its own voice: a count, a date, a version, an amount. Never a statement of somebody.")
public record Assertion(
        @Id @NonNull @Description("Global id.") String id,

        @Id @NonNull @Description("Global id of the article.")
        String articleId,

        @NonNull @Description("What it is about: pointCount, revisedPointCount, date, version, amount or status.")
        String field,

        @NonNull @Description("What is stated.") String value,
        @NonNull @Description("Where it stands.") List<@NonNull Receipt> receipts,
        @Ignore String proposalId,
        @Ignore String versionId)
        implements Node {

    public Assertion {
        receipts = receipts == null ? List.of() : receipts;
    }
}

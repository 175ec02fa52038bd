package org.parley.gateway.review;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.statement.Receipt;

/** Something a person should look at, the most doubtful first. */
@Description("Something a person should look at, the most doubtful first.")
public record ReviewItem(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("What is to be looked at.") ReviewKind kind,
        @Ignore List<String> subjectIds,

        @NonNull @Description("What the doubt is, in words.")
        String why,

        @Description("How sure the system is, 0 to 1.") Double confidence,
        @NonNull @Description("The passages to look at.") List<@NonNull Receipt> receipts,
        @NonNull @Description("What became of it.") ReviewItemState state,
        @Description("The decision, if there is one.") Decision decision,
        @NonNull @Description("When it came up.") Instant knownAt) {

    public ReviewItem {
        subjectIds = subjectIds == null ? List.of() : subjectIds;
        receipts = receipts == null ? List.of() : receipts;
    }
}

package org.parley.gateway.utterance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Where reports of an utterance come from. */
@Description("Where reports of an utterance come from.")
public record Origin(
        @NonNull @Description("Its name.") String name,
        @Ignore String outletId,
        @NonNull @Description("How it came to be known.") OriginBasis basis,
        @Ignore List<String> articleIds) {

    public Origin {
        articleIds = articleIds == null ? List.of() : articleIds;
    }
}

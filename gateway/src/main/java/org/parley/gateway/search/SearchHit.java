package org.parley.gateway.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What search found. */
@Description("What search found.")
public record SearchHit(
        @NonNull @Description("What it is.") SearchKind kind,
        @Ignore String id,

        @NonNull @Description("Its headline, content, title or name.")
        String title,

        @NonNull @Description("The words around the hits, with the hits marked.")
        List<@NonNull Highlight> highlight,

        @Description("How well it fits; comparable within one answer.")
        double score) {

    public SearchHit {
        highlight = highlight == null ? List.of() : highlight;
    }
}

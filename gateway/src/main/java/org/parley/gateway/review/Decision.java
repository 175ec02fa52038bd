package org.parley.gateway.review;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What a reviewer found about a row; it holds through re-extraction until it is undone. */
@Description("What a reviewer found about a row; it holds through re-extraction until it is undone.")
public record Decision(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("What it is about.") ReviewKind kind,
        @Ignore List<String> subjectIds,
        @NonNull @Description("What was found.") Verdict verdict,
        @Description("Why, in the reviewer's words.") String note,

        @NonNull @Description("Who decided: the id of a key.")
        String by,

        @NonNull @Description("When.") Instant knownAt,

        @Description("When it was undone; null while it holds.")
        Instant undoneAt,

        @Description("Who undid it.") String undoneBy) {

    public Decision {
        subjectIds = subjectIds == null ? List.of() : subjectIds;
    }
}

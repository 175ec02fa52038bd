package org.parley.gateway.conflict;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.node.Node;
import org.parley.gateway.statement.ReviewState;

/** Reports that cannot all be right, or seem so. */
@Description("Reports that cannot all be right, or seem so.")
public record Conflict(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("What they disagree about.") ConflictKind kind,
        @NonNull @Description("In words.") String explanation,
        @NonNull @Description("What became of it.") ConflictResolution resolution,

        @NonNull @Description("The sides, each with its proof.")
        List<@NonNull ConflictSide> sides,

        @Ignore String utteranceId,
        @Ignore String proposalId,
        @Description("Whose words or position it is about.") Actor speaker,
        @NonNull @Description("What people said about it.") ReviewState review,

        @NonNull @Description("When this system learnt of it; never backdated.")
        Instant knownAt,

        @Description("When it ceased to be part of the record; null while it is.")
        Instant supersededAt)
        implements Node {

    public Conflict {
        sides = sides == null ? List.of() : sides;
        review = review == null ? ReviewState.UNREVIEWED : review;
    }
}

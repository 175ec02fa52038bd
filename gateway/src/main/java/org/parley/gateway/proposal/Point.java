package org.parley.gateway.proposal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;

/** One point of a proposal, through all its versions. */
@Description("One point of a proposal, through all its versions.")
public record Point(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("What it is called here.") String label,
        @Ignore String proposalId,

        @NonNull @Description("Its states, one for each version that is told, in order.")
        List<@NonNull PointState> states)
        implements Node {

    public Point {
        states = states == null ? List.of() : states;
    }
}

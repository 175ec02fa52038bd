package org.parley.gateway.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;

/**
 * A person, organisation, state, or a described group. Within statements and proposals the service hands out id, name
 * and kind alone; {@link ActorLinks} fetches the rest when it is selected.
 */
@Description("A person, organisation, state, or a described group.")
public record Actor(
        @Id @NonNull @Description("Global id; that of a merged actor leads to the one it was merged into.")
        String id,

        @NonNull @Description("Its name.") String name,
        @NonNull @Description("What sort of actor it is.") ActorKind kind,
        @Ignore List<String> aliases,
        @Ignore List<ActorRole> roles,
        @Ignore Actor party,
        @Ignore List<Actor> mergedFrom)
        implements Node {

    public Actor {
        kind = kind == null ? ActorKind.OTHER : kind;
    }
}

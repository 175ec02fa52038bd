package org.parley.gateway.outlet;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;

/** Who prints articles. */
@Description("Who prints articles.")
public record Outlet(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("Its name.") String name,
        @Description("Address of its home page.") String homepage,
        @NonNull @Description("What sort of outlet it is.") OutletKind kind,

        @Description("Where it is based: ISO 3166-1, two letters.")
        String country,

        @Description("Its IANA time zone: \"Thursday\" is counted on its calendar.")
        String timeZone,

        @NonNull @Description("Whether it is followed.") OutletState state,

        @Description("Counts its edits; give it as expectedVersion to edit only what you have read.")
        int version)
        implements Node {

    public Outlet {
        kind = kind == null ? OutletKind.OTHER : kind;
        state = state == null ? OutletState.ACTIVE : state;
    }
}

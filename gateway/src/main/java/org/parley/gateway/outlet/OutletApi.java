package org.parley.gateway.outlet;

import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Sources;

/** Outlets. */
@GraphQLApi
public class OutletApi {

    private final Sources sources;

    OutletApi(Sources sources) {
        this.sources = sources;
    }

    @Query
    @RolesAllowed("read")
    @Description("Outlets, by name.")
    public CompletionStage<OutletConnection> outlets(
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after,
            @Description("How many rows from the back, at most 100.") Integer last,
            @Description("Only what stands before this cursor.") String before) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, last, before, request.selects("totalCount"));
        return sources.ask(
                        request.caller(), (client, token) -> client.outlets(token, new Ask.Query<>(null, null, paging)))
                .thenApply(OutletConnection::new);
    }
}

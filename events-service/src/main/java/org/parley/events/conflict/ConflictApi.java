package org.parley.events.conflict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.page.Page;

/** Conflicts for the gateway. */
@Path("/v1/conflicts")
@RolesAllowed("read")
class ConflictApi {

    private final ConflictReads conflicts;

    ConflictApi(ConflictReads conflicts) {
        this.conflicts = conflicts;
    }

    @POST
    @Path("/query")
    @Operation(summary = "Where reports disagree, latest first")
    public Page<ConflictView> query(ConflictsQuery query) {
        return conflicts.query(Body.given(query));
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Conflicts by id; one that is gone with its last state")
    public ByIds.Items<ConflictView> byIds(ByIds query) {
        return new ByIds.Items<>(conflicts.byIds(Body.given(query).checked().ids(), query.knownAt()));
    }
}

package org.parley.events.position;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.page.Page;
import org.parley.kit.problem.ProblemException;

/** Positions for the gateway. */
@Path("/v1/positions")
@RolesAllowed("read")
class PositionApi {

    private final Positions positions;

    PositionApi(Positions positions) {
        this.positions = positions;
    }

    /** One page for each key. */
    public record PagesBy(Map<UUID, Page<PositionView>> pages) {}

    @POST
    @Path("/query")
    @Operation(summary = "Who stands where on which proposal, and since when; latest first")
    public Page<PositionView> query(PositionsQuery query) {
        return positions.query(Body.given(query));
    }

    @POST
    @Path("/pages-by")
    @Operation(summary = "For each proposal or holder a page of positions")
    public PagesBy pagesBy(PositionsQuery query) {
        if (Body.given(query).by() == null) {
            throw ProblemException.badInput("by", "has to be PROPOSAL or HOLDER");
        }
        ByIds.checked("keys", query.keys());
        return new PagesBy(positions.pagesBy(query));
    }
}

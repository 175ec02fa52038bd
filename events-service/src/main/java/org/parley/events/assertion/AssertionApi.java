package org.parley.events.assertion;

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

/** Assertions for the gateway. */
@Path("/v1/assertions")
@RolesAllowed("read")
class AssertionApi {

    private final Assertions assertions;

    AssertionApi(Assertions assertions) {
        this.assertions = assertions;
    }

    /** One page for each key, under {@code pages}. */
    public record Pages(Map<UUID, Page<AssertionView>> pages) {}

    @POST
    @Path("/by-ids")
    @Operation(summary = "Assertions by id")
    public ByIds.Items<AssertionView> byIds(ByIds query) {
        return new ByIds.Items<>(assertions.byIds(Body.given(query).checked().ids(), query.knownAt()));
    }

    @POST
    @Path("/pages-by")
    @Operation(summary = "For each article or proposal a page of what is stated of it, the earliest known first")
    public Pages pagesBy(AssertionsQuery query) {
        if (Body.given(query).by() == null) {
            throw ProblemException.badInput("by", "has to be ARTICLE or PROPOSAL");
        }
        ByIds.checked("keys", query.keys());
        return new Pages(assertions.pages(query));
    }
}

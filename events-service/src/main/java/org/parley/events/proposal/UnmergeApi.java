package org.parley.events.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.problem.ProblemException;

/** Takes a merge of proposals back. */
@Path("/v1/proposals/unmerge")
@RolesAllowed({"review", "admin"})
class UnmergeApi {

    private final ProposalMerges merges;

    UnmergeApi(ProposalMerges merges) {
        this.merges = merges;
    }

    /** The proposal that was merged away. */
    public record Unmerge(UUID id) {}

    @POST
    @Operation(summary = "Lets a proposal that was merged stand by itself again")
    public ProposalView unmerge(Unmerge query) {
        if (Body.given(query).id() == null) {
            throw ProblemException.badInput("id", "is missing: the id of the proposal that was merged");
        }
        return merges.unmerge(query.id());
    }
}

package org.parley.events.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;

/** Takes a merge of proposals back. */
@Path("/v1/proposals/unmerge")
@RolesAllowed({"review", "admin"})
class UnmergeApi {

    private final ProposalMerges merges;
    private final Idempotency idempotency;

    UnmergeApi(ProposalMerges merges, Idempotency idempotency) {
        this.merges = merges;
        this.idempotency = idempotency;
    }

    /** The proposal that was merged away. */
    public record Unmerge(UUID id) {}

    @POST
    @Operation(summary = "Lets a proposal that was merged stand by itself again")
    public Response unmerge(Unmerge query, @HeaderParam(Idempotency.KEY) String key) {
        if (Body.given(query).id() == null) {
            throw ProblemException.badInput("id", "is missing: the id of the proposal that was merged");
        }
        return idempotency.once(key, "proposal.unmerge", query, () -> Done.of(merges.unmerge(query.id())));
    }
}

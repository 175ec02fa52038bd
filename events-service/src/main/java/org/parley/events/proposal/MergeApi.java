package org.parley.events.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;

/** What people say of proposals: that two are one. */
@Path("/v1/proposals/merge")
@RolesAllowed({"review", "admin"})
class MergeApi {

    private final ProposalMerges merges;
    private final Idempotency idempotency;

    MergeApi(ProposalMerges merges, Idempotency idempotency) {
        this.merges = merges;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Makes several proposals one; the ids of the others lead to it from now on, until unmerged")
    public Response merge(MergeQuery query, @Context SecurityContext caller, @HeaderParam(Idempotency.KEY) String key) {
        if (Body.given(query).into() == null) {
            throw ProblemException.badInput("into", "is missing: the id of the proposal that stays");
        }
        ByIds.checked("from", query.from());
        if (query.from().isEmpty()) {
            throw ProblemException.badInput("from", "has to name at least one proposal");
        }
        String who = caller.getUserPrincipal().getName();
        return idempotency.once(key, "proposal.merge", query, () -> Done.of(merges.merge(query, who)));
    }
}

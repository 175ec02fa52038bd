package org.parley.events.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.problem.ProblemException;

/** Versions of proposals and their points, for the gateway. */
@Path("/v1")
@RolesAllowed("read")
class VersionsApi {

    private final Proposals proposals;

    VersionsApi(Proposals proposals) {
        this.proposals = proposals;
    }

    @POST
    @Path("/proposal-versions/by-ids")
    @Operation(summary = "Proposal versions by id, with their points")
    public ByIds.Items<ProposalVersionView> versionsByIds(ByIds query) {
        return new ByIds.Items<>(
                proposals.versionsByIds(Body.given(query).checked().ids(), query.knownAt()));
    }

    @POST
    @Path("/points/by-ids")
    @Operation(summary = "Points by id, each through the versions it is told of")
    public ByIds.Items<PointView> pointsByIds(ByIds query) {
        return new ByIds.Items<>(
                proposals.pointsByIds(Body.given(query).checked().ids(), query.knownAt()));
    }

    @POST
    @Path("/proposal-versions/diff")
    @Operation(summary = "Two versions of one proposal, point by point")
    public DiffView diff(DiffQuery query) {
        DiffQuery given = Body.given(query);
        if (given.from() == null || given.to() == null) {
            throw ProblemException.badInput(given.from() == null ? "from" : "to", "has to be the id of a version");
        }
        List<ProposalVersionView> two = proposals.versionsByIds(List.of(given.from(), given.to()), given.knownAt());
        for (int i = 0; i < 2; i++) {
            if (two.get(i) == null) {
                throw ProblemException.notFound("No version has the id " + (i == 0 ? given.from() : given.to()) + ".");
            }
        }
        if (!two.get(0).proposalId().equals(two.get(1).proposalId())) {
            throw ProblemException.badInput("to", "has to be a version of the same proposal as from");
        }
        return DiffView.of(two.get(0), two.get(1));
    }
}

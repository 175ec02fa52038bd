package org.parley.events.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.page.Page;
import org.parley.kit.problem.ProblemException;

/** Proposals for the gateway. */
@Path("/v1")
@RolesAllowed("read")
class ProposalApi {

    private final Proposals proposals;
    private final Mentions mentions;

    ProposalApi(Proposals proposals, Mentions mentions) {
        this.proposals = proposals;
        this.mentions = mentions;
    }

    /** One page for each proposal, under {@code pages}. */
    public record MentionPages(Map<UUID, Page<MentionView>> pages) {}

    /** Likewise. */
    public record ResponsePages(Map<UUID, Page<ProposalView>> pages) {}

    @POST
    @Path("/proposals/query")
    @Operation(summary = "Proposals that fit a filter, by title")
    public Page<ProposalView> query(ProposalsQuery query) {
        return proposals.query(Body.given(query));
    }

    @POST
    @Path("/proposals/by-ids")
    @Operation(summary = "Proposals by id; a merged one is answered with what it was merged into")
    public ByIds.Items<ProposalView> byIds(ByIds query) {
        return new ByIds.Items<>(proposals.byIds(Body.given(query).checked().ids(), query.knownAt(), query.fields()));
    }

    @POST
    @Path("/proposals/responses")
    @Operation(summary = "For each proposal a page of those that answer it, by title")
    public ResponsePages responses(MentionsQuery query) {
        ByIds.checked("ids", Body.given(query).ids());
        return new ResponsePages(proposals.responses(query));
    }

    @POST
    @Path("/proposals/mentions")
    @Operation(summary = "For each proposal a page of its mentions, the earliest known first")
    public MentionPages mentions(MentionsQuery query) {
        ByIds.checked("ids", Body.given(query).ids());
        return new MentionPages(mentions.pages(query));
    }

    @GET
    @Path("/proposals/by-slug/{slug}")
    @Operation(summary = "A proposal by its name in addresses")
    public ProposalView bySlug(@PathParam("slug") String slug) {
        UUID id = proposals.idOf(slug);
        if (id == null) {
            throw ProblemException.notFound("No proposal has the slug " + slug + ".");
        }
        return proposals.byIds(List.of(id), null).get(0);
    }
}

package org.parley.events.utterance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.page.Page;

/** Utterances for the gateway. Their statements are pages of {@code /v1/statements/pages-by}. */
@Path("/v1/utterances")
@RolesAllowed("read")
class UtteranceApi {

    private final Utterances utterances;

    UtteranceApi(Utterances utterances) {
        this.utterances = utterances;
    }

    @POST
    @Path("/query")
    @Operation(summary = "Utterances that fit a filter, latest said first")
    public Page<UtteranceView> query(UtterancesQuery query) {
        return utterances.query(Body.given(query));
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Utterances by id; one that became part of another is answered with that")
    public ByIds.Items<UtteranceView> byIds(ByIds query) {
        return new ByIds.Items<>(utterances.byIds(Body.given(query).checked().ids(), query.knownAt()));
    }
}

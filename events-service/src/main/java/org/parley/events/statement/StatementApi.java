package org.parley.events.statement;

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

/** Statements for the gateway. */
@Path("/v1/statements")
@RolesAllowed("read")
class StatementApi {

    private final Statements statements;

    StatementApi(Statements statements) {
        this.statements = statements;
    }

    /** One page for each key, under {@code pages}. */
    public record PagesBy(Map<UUID, Page<StatementView>> pages) {}

    @POST
    @Path("/query")
    @Operation(summary = "Statements that fit a filter, latest said first")
    public Page<StatementView> query(StatementsQuery query) {
        return statements.query(Body.given(query));
    }

    @POST
    @Path("/pages-by")
    @Operation(summary = "For each article, speaker or proposal a page of its statements")
    public PagesBy pagesBy(PagesByQuery query) {
        if (Body.given(query).by() == null) {
            throw ProblemException.badInput("by", "has to be one of ARTICLE, SPEAKER, PROPOSAL, UTTERANCE");
        }
        ByIds.checked("keys", query.keys());
        return new PagesBy(statements.pagesBy(query));
    }

    @POST
    @Path("/by-ids")
    @Operation(summary = "Statements by id, superseded ones with their last reading")
    public ByIds.Items<StatementView> byIds(ByIds query) {
        return new ByIds.Items<>(statements.byIds(Body.given(query).checked().ids(), query.knownAt(), query.fields()));
    }
}

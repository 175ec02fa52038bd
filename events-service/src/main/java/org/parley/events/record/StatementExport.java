package org.parley.events.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The statements of the present record, one a line. */
@Path("/v1/statements/export")
@RolesAllowed("read")
class StatementExport {

    private final StatementLines lines;

    StatementExport(StatementLines lines) {
        this.lines = lines;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Every statement of the record, one JSON object a line, in the order of ids",
            description = "after and knownAt as for every export.")
    public Response export(@QueryParam("after") String after, @QueryParam("knownAt") String knownAt) {
        return lines.of(after, knownAt, Function.identity());
    }
}
